import type { Draft } from '#ingest/draft.ts';
import type { Envelope } from './envelope.ts';
import { emptyEnvelope, type EnvelopeRules } from './record-envelope.ts';
import { refused } from './tree-reader.ts';
import { attribute, first, textOrNull, type XmlElement } from './xml/element.ts';

/**
 * An OAI-PMH answer: the metadata of each record is a document. Of one that was recorded in a file nothing is deleted, for nobody knows how old it is;
 * of a harvest it is told what each document is called there, and what is deleted.
 */
export class OaiPmh implements EnvelopeRules {
  readonly headers = new Set(['header', 'about', 'request', 'error']);
  readonly body = 'metadata';
  private header: XmlElement | null = null;
  private error: XmlElement | null = null;

  /** @param emit where to tell what concerns a harvest; null for a file */
  constructor(private readonly emit: ((draft: Draft) => void) | null = null) {}

  take(header: XmlElement): void {
    if (header.name === 'header') this.open(header);
    else if (header.name === 'error') this.error = header;
  }

  private open(header: XmlElement): void {
    this.header = header;
    const identifier = textOrNull(first(header, 'identifier'));
    if (identifier !== null && attribute(header, 'status') !== 'deleted') this.emit?.({ kind: 'origin', identifier });
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
      if (this.emit) return [{ kind: 'withdrawn', identifier }];
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
