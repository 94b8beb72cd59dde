import { setTimeout as sleep } from 'node:timers/promises';
import { statusOf, type Client, type estypes } from './elasticsearch.ts';
import type { IndexDocument } from './elasticsearch-document.ts';
import type { Scope } from './search.ts';

/** A document to write, or null to remove, in the index behind an alias. */
export interface Write {
  alias: string;
  scope: Scope;
  id: string;
  /** A higher or equal one wins: what was read earlier and arrives late changes nothing. */
  version: number;
  document: IndexDocument | null;
  /** Whether the alias may have gone meanwhile: a reindex ended. */
  optional: boolean;
}

export interface Rejected {
  scope: Scope;
  id: string;
  reason: string;
}

export interface Written {
  written: number;
  /** Left as they were: a newer version was there, or nothing to remove. */
  unchanged: number;
  rejected: Rejected[];
}

export interface BulkSettings {
  /** Bytes a request, about. */
  bytes?: number;
  /** Tries of what Elasticsearch had no room for. */
  tries?: number;
  /** Milliseconds before the second try; each further one waits twice as long. */
  pause?: number;
}

/** No room at the moment, or a node on its way: worth another try, unlike a document that is wrong. */
const passing = new Set([429, 502, 503, 504]);

/**
 * Writes what comes, one request at a time and the next one made ready meanwhile: a slow cluster slows down whoever feeds it.
 * Doing it again does no harm.
 */
export async function writeAll(
  client: Client,
  writes: AsyncIterable<Write> | Iterable<Write>,
  { bytes = 5_000_000, tries = 8, pause = 250 }: BulkSettings = {},
): Promise<Written> {
  const result: Written = { written: 0, unchanged: 0, rejected: [] };
  let sending: Promise<void> = Promise.resolve();
  let batch: Write[] = [];
  let size = 0;
  const flush = async () => {
    await sending;
    sending = send(client, batch, { tries, pause }, result);
    // Awaited with the next batch in hand; until then a failure must not count as unhandled.
    sending.catch(() => undefined);
    batch = [];
    size = 0;
  };
  for await (const write of writes) {
    batch.push(write);
    size += sizeOf(write);
    if (size >= bytes) await flush();
  }
  if (batch.length > 0) await flush();
  await sending;
  return result;
}

const sizeOf = ({ document }: Write): number =>
  200 +
  (document
    ? document.title.length +
      document.names.length +
      document.terms.length +
      document.body.length +
      (document.pages?.length ?? 0)
    : 0);

async function send(
  client: Client,
  writes: readonly Write[],
  { tries, pause }: Required<Pick<BulkSettings, 'tries' | 'pause'>>,
  result: Written,
): Promise<void> {
  let left = writes;
  for (let attempt = 1; left.length > 0; attempt++) {
    const answers = await ask(client, left);
    const again: Write[] = [];
    for (const [place, write] of left.entries()) {
      const { status, reason } = answers[place] ?? { status: 500, reason: 'no answer' };
      if (passing.has(status) && attempt < tries) again.push(write);
      else settle(write, status, reason, result);
    }
    left = again;
    if (left.length > 0) await sleep(pause * 2 ** (attempt - 1));
  }
}

function settle(write: Write, status: number, reason: string, result: Written): void {
  const isGone = status === 404 && (write.document === null || write.optional);
  if (status === 409 || isGone) result.unchanged++;
  else if (status >= 400) result.rejected.push({ scope: write.scope, id: write.id, reason: `${status} ${reason}` });
  else result.written++;
}

function linesOf({ alias, id, version, document }: Write): (estypes.BulkOperationContainer | IndexDocument)[] {
  const action = { _index: alias, _id: id, version, version_type: 'external_gte' as const, require_alias: true };
  return document === null ? [{ delete: action }] : [{ index: action }, document];
}

/** One answer a write; when the whole request found no room, that is the answer for each. */
async function ask(client: Client, writes: readonly Write[]): Promise<{ status: number; reason: string }[]> {
  const operations = writes.flatMap(linesOf);
  try {
    const { items } = await client.bulk({ operations });
    return items.map((item) => {
      const answer = item.index ?? item.delete;
      return { status: answer?.status ?? 500, reason: answer?.error?.reason ?? answer?.error?.type ?? '' };
    });
  } catch (error) {
    const status = statusOf(error);
    if (status === null || !passing.has(status)) throw error;
    return writes.map(() => ({ status, reason: 'the cluster had no room' }));
  }
}
