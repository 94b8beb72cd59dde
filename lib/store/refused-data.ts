import pg from 'pg';

/** PostgreSQL's classes of what is wrong with a statement or its data; all others are about the server. */
const aboutData = /^(21|22|23|42|44|54|P0)/;

/** Whether the database refused what it was given, and not that it cannot go on. */
export function isRefusedData(error: unknown): boolean {
  return error instanceof pg.DatabaseError && aboutData.test(error.code ?? '');
}
