import type { Draft } from '#ingest/draft.ts';
import type { Envelope } from './envelope.ts';
import { emptyEnvelope, type EnvelopeRules } from './record-envelope.ts';
import { refused } from './tree-reader.ts';
import { attribute, first, textOrNull, type XmlElement } from './xml/element.ts';
import { serialise } from './xml/serialise.ts';

/** ICAR-IMPORT 1.x and 2.0: records of any kind, each with what is to be done with it. */
export class IcarImport implements EnvelopeRules {
  readonly headers = new Set(['header', 'recordHeader']);
  readonly body = 'recordBody';
  private system: string | null = null;
  private header: XmlElement | null = null;

  take(header: XmlElement): void {
    if (header.name === 'header') this.system = textOrNull(first(header, 'systemId'));
    else this.header = header;
  }

  envelope(): Omit<Envelope, 'format'> {
    const header = this.header ?? undefined;
    const action = attribute(header, 'action');
    return {
      identifier: textOrNull(first(header, 'id')),
      action: action === 'update' || action === 'delete' ? action : 'insert',
      cascade: /^(true|1|si|sì|yes)$/i.test(attribute(header, 'cascade') ?? ''),
      lastUpdate: textOrNull(first(header, 'lastUpdate')),
      system: this.system,
    };
  }

  endRecord(hadDocument: boolean, line: number): Draft[] {
    const header = this.header;
    const envelope = this.envelope();
    this.header = null;
    if (hadDocument) return [];
    if (envelope.action === 'delete') {
      const nothing = { repositoryCode: null, repositoryName: null, title: null, language: null };
      return [
        { kind: 'source', format: 'ead3', ...nothing, line, ...envelope },
        { kind: 'sourceEnd', units: 0 },
      ];
    }
    const message = `the record ${envelope.identifier ?? ''} has no recordBody`;
    return [refused({ code: 'record-empty', severity: 'severe', message, line }, header ? serialise(header) : '')];
  }

  end(records: number): void {
    if (records === 0) throw emptyEnvelope('an icar-import without records');
  }
}
