import { Readable } from 'node:stream';
import { fascicoloCsv } from '#lib/projections/fascicolo-csv.ts';
import { fascicoloHtml } from '#lib/projections/fascicolo-html.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { entryName } from '#lib/records/entry-name.ts';
import type { DescribedDocument, FascicoloFacts, FascicoloLine, Outcome } from '#lib/records/fascicolo-line.ts';
import type { DocumentPage, PlacedDocument } from '#lib/store/procedures/procedure-store.ts';
import type { ZipEntry } from './zip-stream.ts';

/** A fascicolo as it is handed out to somebody. */
export interface HandedFascicolo {
  facts: FascicoloFacts;
  /** The documents that follow a place; null where the case is no longer within reach. */
  page(after: number): Promise<DocumentPage | null>;
  mayRead(document: PlacedDocument): boolean;
}

/** Documents of a fascicolo under names of one folder, then what the index says of each, as CSV and as a page: what is lost is known only then. */
export async function* archiveEntries(handed: HandedFascicolo): AsyncGenerator<ZipEntry> {
  const became = new Map<number, Pick<FascicoloLine, 'outcome' | 'entry'>>();
  for await (const document of documentsOf(handed)) {
    const outcome = outcomeOf(handed, document);
    const bytes = outcome === 'included' ? await document.openWhole() : null;
    if (!bytes) {
      became.set(document.ordinal, { outcome: outcome === 'included' ? 'lost' : outcome, entry: null });
      continue;
    }
    const { ordinal, fileName, title, format } = document;
    const name = `documenti/${entryName(ordinal, fileName, title, format)}`;
    became.set(ordinal, { outcome, entry: name });
    try {
      yield { name, bytes: document.bytes, open: () => bytes };
    } finally {
      // Where nobody took them, the reader having gone.
      bytes.destroy();
    }
  }
  // Read again rather than kept: an index of thousands of lines goes out a page at a time.
  const lines = async function* (): AsyncGenerator<FascicoloLine> {
    for await (const document of documentsOf(handed)) {
      const known = became.get(document.ordinal);
      if (known) yield lineOf(document, known);
    }
  };
  yield { name: 'indice.csv', bytes: null, open: () => Readable.from(inBytes(fascicoloCsv(lines()))) };
  yield { name: 'indice.html', bytes: null, open: () => Readable.from(inBytes(fascicoloHtml(handed.facts, lines()))) };
}

/** The lines of a description, which opens no document. */
export async function* describedLines(handed: HandedFascicolo): AsyncGenerator<FascicoloLine> {
  for await (const document of documentsOf(handed))
    yield lineOf(document, { outcome: outcomeOf(handed, document), entry: null });
}

/** A text that comes a part at a time, as UTF-8. */
export async function* inBytes(parts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part);
}

async function* documentsOf({ page }: HandedFascicolo): AsyncGenerator<PlacedDocument> {
  for (let after: number | null = 0; after !== null;) {
    const found: DocumentPage | null = await page(after);
    if (!found) throw new Error('the case is no longer within reach');
    yield* found.items;
    after = found.next;
  }
}

function outcomeOf({ mayRead }: HandedFascicolo, document: PlacedDocument): Outcome {
  if (!mayRead(document)) return 'withheld';
  return document.destroyedOn ? 'destroyed' : 'included';
}

function lineOf(document: PlacedDocument, { outcome, entry }: Pick<FascicoloLine, 'outcome' | 'entry'>): FascicoloLine {
  return { ordinal: document.ordinal, outcome, entry, document: outcome === 'withheld' ? null : described(document) };
}

function described(document: PlacedDocument): DescribedDocument {
  const { record, title, fileName, format, bytes, sha256, version, flow, registration, destroyedOn } = document;
  const addedOn = romeDay(new Date(document.addedAt));
  return { record, title, fileName, format, bytes, sha256, version, flow, registration, addedOn, destroyedOn };
}
