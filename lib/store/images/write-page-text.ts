import type pg from 'pg';
import { plainText, type PageText } from '#lib/records/page-text.ts';
import { wordsOf } from '#lib/search/fold.ts';

/**
 * Keeps what is written on a page, in place of what was kept before. Whoever writes the pages of a record has its search rows made again
 * (`indexRecords`) in the same transaction.
 * @returns whether anything changed
 */
export async function writePageText(client: Pick<pg.ClientBase, 'query'>, text: PageText): Promise<boolean> {
  const plain = plainText(text.lines);
  const words = wordsOf(plain);
  const { rowCount } = await client.query({
    name: 'write-page-text',
    // words are letters and digits only, so PostgreSQL's parser cuts them no further
    text: `INSERT INTO eli4u.page_text AS kept (image_id, record_id, origin, language, plain, lines, words, stems)
      SELECT id, record_id, $2, $3, $4, $5, $6, to_tsvector('eli4u.italian', $7) FROM eli4u.image WHERE id = $1
      ON CONFLICT (image_id) DO UPDATE SET origin = EXCLUDED.origin, language = EXCLUDED.language, plain = EXCLUDED.plain,
        lines = EXCLUDED.lines, words = EXCLUDED.words, stems = EXCLUDED.stems, changed_at = now()
      WHERE (kept.origin, kept.language, kept.lines) IS DISTINCT FROM (EXCLUDED.origin, EXCLUDED.language, EXCLUDED.lines)`,
    values: [
      text.imageId,
      text.origin,
      text.language,
      plain,
      JSON.stringify(text.lines),
      [...new Set(words)],
      words.join(' '),
    ],
  });
  return (rowCount ?? 0) > 0;
}
