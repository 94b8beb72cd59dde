import type { Draft, Problem } from '#ingest/draft.ts';
import { documentReader, type DocumentReader } from './document-reader.ts';
import { noEnvelope } from './envelope.ts';
import { formatOf } from './format.ts';
import { IcarImport } from './icar-import.ts';
import { OaiPmh } from './oai-pmh.ts';
import { RecordEnvelope, unknownFormat } from './record-envelope.ts';
import { XmlDecoder } from './xml/decode.ts';
import { XmlEvents, type ElementHandler, type OpenedElement } from './xml/events.ts';
import { SourceFault } from './xml/fault.ts';
import { LongTextFilter } from './xml/long-text.ts';

export interface ReadSettings {
  fileName: string;
  /** Text of one unit's own description, in characters, beyond which it is quarantined. */
  maxUnitBytes?: number;
  /** What a provider just answered, and not a file: see OaiPmh. */
  harvested?: boolean;
}

const defaultMaxUnit = 32 * 1024 * 1024;

/** Bytes handed to the XML parser at a time: what is emitted meanwhile is held. */
const pieceSize = 256 * 1024;

/**
 * Reads one file of any known format as drafts, in batches. Never throws for what is in the file: what makes it unreadable comes as a
 * last draft `failed`, after which nothing of the file may be kept.
 */
export async function* readSource(input: AsyncIterable<Uint8Array>, settings: ReadSettings): AsyncGenerator<Draft[]> {
  const reading = new Reading(settings.maxUnitBytes ?? defaultMaxUnit, settings.harvested === true);
  try {
    for await (const bytes of input) {
      for (let at = 0; at < bytes.length; at += pieceSize) {
        reading.push(bytes.subarray(at, at + pieceSize));
        if (reading.drafts.length > 0) yield reading.take();
      }
    }
    reading.end();
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    reading.drafts.push({ kind: 'failed', problem: { line: reading.line, ...error.problem }, units: reading.units });
  }
  if (reading.drafts.length > 0) yield reading.take();
}

/** The root element decides who reads the rest. */
class Reading implements ElementHandler {
  drafts: Draft[] = [];
  private reader: DocumentReader | null = null;
  private readonly decoder = new XmlDecoder();
  private readonly filter: LongTextFilter;
  private readonly events = new XmlEvents(this);
  private nulls = { count: 0, line: 0 };

  constructor(
    private readonly maxUnitSize: number,
    private readonly harvested: boolean,
  ) {
    this.filter = new LongTextFilter(maxUnitSize);
  }

  get units(): number {
    return this.reader?.units ?? 0;
  }

  /** Where the parser stands. */
  get line(): number {
    return this.events.line;
  }

  take(): Draft[] {
    const drafts = this.drafts;
    this.drafts = [];
    return drafts;
  }

  push(bytes: Uint8Array): void {
    this.write(this.decoder.push(bytes));
  }

  end(): void {
    this.write(this.decoder.end());
    this.events.end();
    const { count, line, name } = this.events.namedEntities;
    const found = `&${name};`;
    if (count > 0)
      this.warn({
        code: 'entity-named',
        severity: 'warning',
        message: `${count} characters are written as entities that XML does not have: read by their ISO names`,
        line,
        found,
      });
    if (this.nulls.count > 0)
      this.warn({
        code: 'null-character',
        severity: 'warning',
        message: `${this.nulls.count} characters U+0000 are replaced by U+FFFD`,
        line: this.nulls.line,
      });
    this.reader?.finish();
  }

  open(element: OpenedElement): void {
    this.reader ??= this.readerFor(element);
    this.reader.open(element);
  }

  text(text: string): void {
    this.reader?.text(text);
    // Its raw form was longer than a unit may be, even if what is left of it is not: as good as that much text.
    if (this.filter.takeCut()) this.reader?.text(' '.repeat(this.maxUnitSize + 1));
  }

  close(): void {
    this.reader?.close();
  }

  private write(text: string): void {
    if (text === '') return;
    this.events.write(this.filter.pass(text.includes('\0') ? this.withoutNulls(text) : text));
  }

  /** XML has no U+0000 in any form, yet old exports do. */
  private withoutNulls(text: string): string {
    if (this.nulls.count === 0)
      this.nulls.line = this.events.line + text.slice(0, text.indexOf('\0')).split('\n').length - 1;
    this.nulls.count += text.split('\0').length - 1;
    return text.replaceAll('\0', '\ufffd');
  }

  private warn(problem: Problem): void {
    this.drafts.push({ kind: 'problem', problem });
  }

  private readerFor(root: OpenedElement): DocumentReader {
    const emit = (draft: Draft) => void this.drafts.push(draft);
    const format = formatOf(root.namespace, root.name);
    if (format === null) throw new SourceFault(unknownFormat(root));
    if (format === 'icar-import') return new RecordEnvelope(emit, new IcarImport(), this.maxUnitSize);
    if (format === 'oai-pmh')
      return new RecordEnvelope(emit, new OaiPmh(this.harvested ? emit : null), this.maxUnitSize);
    return documentReader(noEnvelope(format), emit, this.maxUnitSize);
  }
}
