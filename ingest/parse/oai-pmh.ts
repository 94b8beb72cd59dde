import type { Draft } from '#ingest/draft.ts';
import type { Envelope } from './envelope.ts';
import { emptyEnvelope, type EnvelopeRules } from './record-envelope.ts';
import { refused } from './tree-reader.ts';
import { attribute, first, textOrNull, type XmlElement } from './xml/element.ts';

/** A recorded OAI-PMH answer: the metadata of each record is a document. */
export class OaiPmh implements EnvelopeRules {
  readonly headers = new Set(['header', 'about', 'request', 'error']);
  readonly body = 'metadata';
  private header: XmlElement | null = null;
  private error: XmlElement | null = null;

  take(header: XmlElement): void {
    if (header.name === 'header') this.header = header;
    else if (header.name === 'error') this.error = header;
  }

  /** The document's own identifier counts; the one of OAI-PMH only says where it was found. */
  envelope(): Omit<Envelope, 'format'> {
    return { identifier: null, action: 'insert', cascade: false, lastUpdate: null, system: null };
  }

  endRecord(hadDocument: boolean, line: number): Draft[] {
    const header = this.header ?? undefined;
    this.header = null;
    if (hadDocument) return [];
    const identifier = textOrNull(first(header, 'identifier')) ?? '';
    if (attribute(header, 'status') === 'deleted') {
      const message = `${identifier} is deleted at its repository: nothing is done, for files of a folder delete nothing`;
      return [{ kind: 'problem', problem: { code: 'oai-deleted', severity: 'warning', message, line } }];
    }
    const message = `the record ${identifier} has no metadata`;
    return [refused({ code: 'record-empty', severity: 'severe', message, line }, '')];
  }

  end(records: number): void {
    if (records > 0) return;
    const said = this.error ? `: ${attribute(this.error, 'code') ?? ''} ${textOrNull(this.error) ?? ''}` : '';
    throw emptyEnvelope(`an OAI-PMH answer without records${said}`);
  }
}
