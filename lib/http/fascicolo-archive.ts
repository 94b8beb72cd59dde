import { Readable } from 'node:stream';
import { fascicoloCsv } from '#lib/projections/fascicolo-csv.ts';
import { fascicoloHtml } from '#lib/projections/fascicolo-html.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { entryName, versionEntryName } from '#lib/records/entry-name.ts';
import type {
  DescribedDocument,
  FascicoloFacts,
  FascicoloLine,
  FormerLine,
  Outcome,
} from '#lib/records/fascicolo-line.ts';
import type { FormerVersion } from '#lib/store/documents/former-versions.ts';
import type { DocumentPage, PlacedDocument } from '#lib/store/procedures/procedure-store.ts';
import { checkedBytes } from './checked-bytes.ts';
import type { ZipEntry } from './zip-stream.ts';

/** What an archive has beside the bytes of documents, asked for those of a page at once. */
export interface BesideDocuments {
  /** By the record of the document. */
  metadata: ReadonlyMap<string, string>;
  former: ReadonlyMap<string, readonly FormerVersion[]>;
}

/** A fascicolo as it is handed out to somebody. */
export interface HandedFascicolo {
  facts: FascicoloFacts;
  /** The documents that follow a place; null where the case is no longer within reach. */
  page(after: number): Promise<DocumentPage | null>;
  mayRead(document: PlacedDocument): boolean;
  /** Of documents that may be read. */
  beside(records: readonly string[]): Promise<BesideDocuments>;
  /** Metadata of the fascicolo, with those of its documents that may be read; null where it is in no repertorio. */
  aggregation(documents: readonly { record: string; hash: string }[]): string | null;
}

/** What became of a document in the archive. */
type Became = Pick<FascicoloLine, 'outcome' | 'entry' | 'metadata' | 'former'>;

/**
 * Documents of a fascicolo under names of one folder, former versions and metadata (Allegato 5) in folders of their own, then what the index says of
 * each, as CSV and as a page: bytes are read once, and whether they are still what they were is known when they have gone out.
 */
export async function* archiveEntries(handed: HandedFascicolo): AsyncGenerator<ZipEntry> {
  const became = new Map<number, Became>();
  const readable: { record: string; hash: string }[] = [];
  for await (const documents of pagesOf(handed)) {
    const open = documents.filter(handed.mayRead);
    readable.push(...open.map(({ record, sha256 }) => ({ record, hash: sha256 })));
    const beside = await handed.beside(open.map(({ record }) => record));
    for (const document of documents) became.set(document.ordinal, yield* entriesOf(handed, document, beside));
  }
  const aggregation = handed.aggregation(readable);
  if (aggregation !== null) yield ofText('metadati/fascicolo.xml', aggregation);
  // Read again rather than kept: an index of thousands of lines goes out a page at a time.
  const lines = async function* (): AsyncGenerator<FascicoloLine> {
    for await (const documents of pagesOf(handed))
      for (const document of documents) {
        const known = became.get(document.ordinal);
        if (known) yield lineOf(document, known);
      }
  };
  yield { name: 'indice.csv', open: () => Readable.from(inBytes(fascicoloCsv(lines()))) };
  yield { name: 'indice.html', open: () => Readable.from(inBytes(fascicoloHtml(handed.facts, lines()))) };
}

/** A document with what stands beside it. */
async function* entriesOf(
  handed: HandedFascicolo,
  document: PlacedDocument,
  beside: BesideDocuments,
): AsyncGenerator<ZipEntry, Became> {
  const { record, ordinal, fileName, title, format, sha256 } = document;
  const outcome = outcomeOf(handed, document);
  if (outcome === 'withheld') return { outcome, entry: null, metadata: null, former: [] };
  const name = `documenti/${entryName(ordinal, fileName, title, format)}`;
  const entry = outcome === 'included' ? yield* ofBytes(name, await document.open(), sha256, record) : null;
  const former: FormerLine[] = [];
  for (const one of beside.former.get(record) ?? []) {
    const { version, replacedOn } = one;
    const place = `versioni/${versionEntryName(ordinal, version, one.fileName, title, one.format)}`;
    const kept = yield* ofBytes(place, await one.open(), one.sha256, record);
    former.push({ version, sha256: one.sha256, replacedOn, entry: kept });
  }
  const xml = beside.metadata.get(record);
  const metadata = xml === undefined ? null : `metadati/${String(ordinal).padStart(5, '0')}.xml`;
  if (xml !== undefined && metadata !== null) yield ofText(metadata, xml);
  return { outcome: outcome === 'included' && entry === null ? 'lost' : outcome, entry, metadata, former };
}

/** Bytes that were kept. @returns their name in the archive; null where they are not there as they were, and are in no archive */
async function* ofBytes(
  name: string,
  source: Readable | null,
  sha256: string,
  record: string,
): AsyncGenerator<ZipEntry, string | null> {
  if (source === null) return null;
  const { stream, isWhole } = checkedBytes(source, sha256);
  try {
    yield { name, open: () => stream, isSound: isWhole };
  } finally {
    // Where nobody took them, the reader having gone.
    source.destroy();
  }
  if (isWhole()) return name;
  console.error(`the bytes of the document ${record} are not what they were (npm run verify): left out of an archive`);
  return null;
}

const ofText = (name: string, text: string): ZipEntry => ({ name, open: () => Readable.from([Buffer.from(text)]) });

/** The lines of a description, which opens no document. */
export async function* describedLines(
  handed: Pick<HandedFascicolo, 'page' | 'mayRead'>,
): AsyncGenerator<FascicoloLine> {
  for await (const documents of pagesOf(handed))
    for (const document of documents)
      yield lineOf(document, { outcome: outcomeOf(handed, document), entry: null, metadata: null, former: [] });
}

/** A text that comes a part at a time, as UTF-8. */
export async function* inBytes(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}

async function* pagesOf({ page }: Pick<HandedFascicolo, 'page'>): AsyncGenerator<readonly PlacedDocument[]> {
  for (let after: number | null = 0; after !== null;) {
    const found: DocumentPage | null = await page(after);
    if (!found) throw new Error('the case is no longer within reach');
    yield found.items;
    after = found.next;
  }
}

function outcomeOf({ mayRead }: Pick<HandedFascicolo, 'mayRead'>, document: PlacedDocument): Outcome {
  if (!mayRead(document)) return 'withheld';
  return document.destroyedOn ? 'destroyed' : 'included';
}

function lineOf(document: PlacedDocument, became: Became): FascicoloLine {
  const { outcome } = became;
  return { ordinal: document.ordinal, ...became, document: outcome === 'withheld' ? null : described(document) };
}

function described(document: PlacedDocument): DescribedDocument {
  const { record, title, fileName, format, bytes, sha256, version, flow, registration, destroyedOn } = document;
  const addedOn = romeDay(new Date(document.addedAt));
  return { record, title, fileName, format, bytes, sha256, version, flow, registration, addedOn, destroyedOn };
}
