import pg from 'pg';

/** The connection by which a process holds its locks, and which these are. */
interface Holder {
  client: Promise<pg.Client>;
  held: Set<number>;
  /** What was asked last: one question at a time. */
  last: Promise<unknown>;
}

const holders = new WeakMap<pg.Pool, Holder>();

/**
 * Runs `work` unless another round or process is at it; null then. Locks go with their connection, whatever becomes of this process. It is one for all
 * of them and none of the pool's: rounds that held a connection of the pool each, and wanted a second to work with, waited for one another for ever.
 */
export async function withLock<T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T | null> {
  const holder = holderOf(pool);
  // A connection may take a lock of its own a second time: who else here is at it the database would not say.
  if (holder.held.has(lock)) return null;
  holder.held.add(lock);
  try {
    if (!(await ask(holder, 'SELECT pg_try_advisory_lock($1) AS done', lock))) return null;
    try {
      return await work();
    } finally {
      // A connection that is gone holds nothing.
      await ask(holder, 'SELECT pg_advisory_unlock($1) AS done', lock).catch(() => drop(pool, holder));
    }
  } finally {
    holder.held.delete(lock);
    if (holder.held.size === 0) await close(pool, holder);
  }
}

/** Opened with the first lock and closed with the last: nothing stays behind of a pool that ends. */
function holderOf(pool: pg.Pool): Holder {
  const known = holders.get(pool);
  if (known) return known;
  const client = new pg.Client(pool.options);
  const holder: Holder = { client: client.connect().then(() => client), held: new Set(), last: Promise.resolve() };
  client.on('error', () => drop(pool, holder));
  holder.client.catch(() => drop(pool, holder));
  holders.set(pool, holder);
  return holder;
}

function ask(holder: Holder, question: string, lock: number): Promise<boolean> {
  const answer = holder.last.then(async () => {
    const { rows } = await (await holder.client).query<{ done: boolean }>(question, [lock]);
    return rows[0]?.done === true;
  });
  holder.last = answer.catch(() => undefined);
  return answer;
}

function drop(pool: pg.Pool, holder: Holder): void {
  if (holders.get(pool) === holder) holders.delete(pool);
}

async function close(pool: pg.Pool, holder: Holder): Promise<void> {
  drop(pool, holder);
  await holder.client.then((client) => client.end()).catch(() => undefined);
}
