import type { Draft, Problem } from '#ingest/draft.ts';
import { noEnvelope, type Envelope } from './envelope.ts';
import { documentReader, type DocumentReader } from './document-reader.ts';
import { formatOf } from './format.ts';
import { refused, TreeReader } from './tree-reader.ts';
import { fault, shortened, SourceFault } from './xml/fault.ts';
import type { XmlElement } from './xml/element.ts';
import type { OpenedElement } from './xml/events.ts';
import { serialise } from './xml/serialise.ts';

/** What a kind of envelope makes of its own elements. */
export interface EnvelopeRules {
  /** Elements of the envelope that are read whole: `recordHeader`, `header`. */
  headers: ReadonlySet<string>;
  /** The element whose children are the documents. */
  body: string;
  /** A header has been read. */
  take(header: XmlElement): void;
  /** What the current record's header says. */
  envelope(): Omit<Envelope, 'format'>;
  /** A record has ended; what has to be said of one without a document. */
  endRecord(hadDocument: boolean, line: number): Draft[];
  /** The envelope has ended; a fault when it was no list of records at all. */
  end(records: number): void;
}

/** Reads a list of records, each a header and a document of its own. */
export class RecordEnvelope implements DocumentReader {
  private readonly path: string[] = [];
  private inner: {
    reader: DocumentReader | TreeReader;
    depth: number;
    payload: OpenedElement | null;
    header: boolean;
  } | null = null;
  private records = 0;
  private met = 0;
  private hadDocument = false;
  private line = 0;

  constructor(
    private readonly emit: (draft: Draft) => void,
    private readonly rules: EnvelopeRules,
    private readonly maxUnitSize: number,
  ) {}

  get units(): number {
    return this.met + (this.inner?.reader.units ?? 0);
  }

  open(element: OpenedElement): void {
    this.line = element.line;
    if (this.inner) {
      this.inner.depth++;
      return this.inner.reader.open(element);
    }
    const parent = this.path[this.path.length - 1];
    if (this.rules.headers.has(element.name))
      this.enter(new TreeReader(this.emit, () => [], this.maxUnitSize), element, true);
    else if (parent === this.rules.body) this.enter(this.readerFor(element), element, false);
    else {
      if (element.name === 'record') {
        this.records++;
        this.hadDocument = false;
      }
      this.path.push(element.name);
    }
  }

  text(text: string): void {
    this.inner?.reader.text(text);
  }

  close(): void {
    const inner = this.inner;
    if (inner) {
      inner.reader.close();
      if (--inner.depth === 0) this.leave();
      return;
    }
    if (this.path.pop() !== 'record') return;
    for (const draft of this.rules.endRecord(this.hadDocument, this.line)) this.emit(draft);
  }

  finish(): void {
    this.rules.end(this.records);
  }

  private enter(reader: DocumentReader | TreeReader, element: OpenedElement, header: boolean): void {
    this.inner = { reader, depth: 1, payload: header ? null : element, header };
    reader.open(element);
  }

  private leave(): void {
    const { reader, header } = this.inner as NonNullable<typeof this.inner>;
    this.inner = null;
    if (header && reader instanceof TreeReader && reader.element) return this.rules.take(reader.element);
    this.hadDocument = true;
    try {
      reader.finish();
    } catch (error) {
      if (!(error instanceof SourceFault)) throw error;
      this.emit(refused(error.problem, ''));
    }
    this.met += reader.units;
  }

  /** A document of a format that is not ours is kept aside with its reason; the other records go on. */
  private readerFor(element: OpenedElement): DocumentReader {
    const format = formatOf(element.namespace, element.name);
    if (format !== null && format !== 'icar-import' && format !== 'oai-pmh') {
      return documentReader({ ...noEnvelope(format), ...this.rules.envelope() }, this.emit, this.maxUnitSize);
    }
    return new TreeReader(this.emit, (root) => [refused(unknownFormat(element), serialise(root))], this.maxUnitSize);
  }
}

export function unknownFormat({ name, namespace, line }: OpenedElement): Problem {
  const message = `the element ${name}${namespace === '' ? ' without namespace' : ` of the namespace ${namespace}`} begins no format that is read here`;
  return {
    code: 'unknown-format',
    severity: 'severe',
    message,
    found: shortened(`{${namespace}}${name}`),
    line,
    xpath: `/${name}`,
  };
}

/** An envelope in which there is nothing to read. */
export function emptyEnvelope(message: string) {
  return fault('unknown-format', message, { line: 1 });
}
