import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { itemQuads } from '#lib/linked-data/item-quads.ts';
import { servicesGraph, type PublishedTypes } from '#lib/linked-data/services-graph.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { node } from '#lib/records/rdf/terms.ts';
import { LinePiece } from './line-piece.ts';
import { walkItems } from '#lib/store/dissemination/walk-items.ts';

export interface DumpCounts {
  items: number;
  statements: number;
}

/**
 * Writes all public data as N-Quads, a graph for each item and one for the types of procedure, in constant memory; ends the stream.
 * @param tell called now and then with what has been written
 */
export async function writeDump(
  parts: { pool: pg.Pool; types: PublishedTypes; today: string; base: string },
  out: Writable,
  { tell, signal }: { tell?: (counts: DumpCounts) => void; signal?: AbortSignal | undefined } = {},
): Promise<DumpCounts> {
  const counts: DumpCounts = { items: 0, statements: 0 };
  // A stream that breaks is told by the write that meets it, or here.
  let broken: Error | null = null;
  out.on('error', (error: Error) => (broken = error));
  const write = async (bytes: Buffer): Promise<void> => {
    if (broken) throw broken;
    if (!out.write(bytes)) await once(out, 'drain');
  };
  const piece = new LinePiece();
  const { types, today, base } = parts;
  const services = toLines(servicesGraph(types, today, base), node(`${base}/servizi`));
  counts.statements += services.size;
  await write(Buffer.from([...services].join('')));
  for await (const page of walkItems(parts.pool)) {
    signal?.throwIfAborted();
    for (const item of page) {
      const lines = itemQuads(item, base);
      counts.statements += lines.size;
      const full = piece.add(lines);
      if (full) await write(full);
    }
    counts.items += page.length;
    tell?.(counts);
  }
  await write(piece.take());
  out.end();
  await finished(out);
  return counts;
}
