import type pg from 'pg';

const key = 'demo_pages';

/** Whether the demonstration is here and its pages are still to be drawn. A database that was only told that it has it has none. */
export async function lacksDemoPages(db: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM eli4u.setting s WHERE s.key = 'demo_loaded' AND s.value::jsonb <> '{}'
       AND NOT EXISTS (SELECT FROM eli4u.setting WHERE key = $1)`,
    [key],
  );
  return rowCount === 1;
}

/** Notes that they were all drawn once: those that are taken away later do not come again. */
export async function noteDemoPages(db: Pick<pg.ClientBase, 'query'>, pages: number): Promise<void> {
  await db.query(`INSERT INTO eli4u.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`, [
    key,
    JSON.stringify({ pages }),
  ]);
}
