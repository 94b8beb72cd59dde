import pg from 'pg';

const types = {
  date: 1082,
  int8: 20,
  timestamptz: 1184,
};

/** Days stay ISO days and instants ISO instants: a `Date` would put a day into somebody's time zone. */
const parsers: Record<number, (text: string) => unknown> = {
  [types.date]: (text) => text,
  // Beyond 2^53 a number would silently be another one.
  [types.int8]: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  [types.timestamptz]: isoInstant,
};

/** Sessions speak UTC; `infinity` and years before Christ have no ISO form and stay as they come. */
function isoInstant(text: string): string {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}

export interface PoolOptions {
  applicationName: string;
  max: number;
  /** Milliseconds after which a statement is given up; none for jobs that may take long. */
  statementTimeout?: number;
  /** Commits that wait for no disk: for what a crash may undo because it is done again. */
  unhurriedCommits?: boolean;
}

/** A pool of connections as the plain role. A connection that breaks while idle is dropped and logged, not thrown. */
export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.max,
    // The server's own zone would put seconds into the offsets of old instants (Rome before 1893: +00:49:56).
    options: `-c TimeZone=UTC${options.unhurriedCommits ? ' -c synchronous_commit=off' : ''}`,
    statement_timeout: options.statementTimeout,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  pool.on('error', (error) => {
    // A server that is stopped while the last connections say goodbye is no news.
    if (!pool.ending) console.error('an idle database connection broke:', error.message);
  });
  return pool;
}
