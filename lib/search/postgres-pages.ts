import { highlight, markableWords, type Marked } from './highlight.ts';
import { pageConditions } from './page-query.ts';
import type { Queryable, Stems } from './postgres-stems.ts';
import type { Hit } from './search.ts';

/**
 * The first page of each of these records that has all the words, else the first that has any, with what is written around them. Whoever calls
 * gives only records whose pages may be read.
 */
export async function readFoundPages(
  client: Queryable,
  ids: readonly string[],
  marked: Marked,
  stems: Stems,
): Promise<Map<string, NonNullable<Hit['foundOnPage']>>> {
  const wanted = pageConditions(marked, stems.of);
  const found = new Map<string, NonNullable<Hit['foundOnPage']>>();
  if (!wanted || ids.length === 0) return found;
  const { rows } = await client.query<{ id: string; page: number; label: string | null; plain: string }>({
    name: 'found-pages',
    // page after page until one has them
    text: `SELECT r.id, f.page, o.label, f.plain FROM unnest($1::text[]) AS r(id)
      CROSS JOIN LATERAL (
        SELECT * FROM (${firstPage('$2')}) a UNION ALL
        SELECT * FROM (${firstPage('$3')}) b LIMIT 1) f
      JOIN eli4u.digital_object o ON o.id = f.image_id`,
    values: [ids, wanted.all, wanted.any],
  });
  const texts = rows.map((row) => ({ ...row, text: row.plain.replaceAll('\n', ' ') }));
  await stems.learn(
    client,
    texts.flatMap(({ text }) => markableWords(text)),
  );
  for (const { id, page, label, text } of texts) {
    const html = highlight(text, marked, stems.of);
    if (html !== null) found.set(id, { page, label, html });
  }
  return found;
}

const firstPage = (condition: string) =>
  `SELECT m.page, t.image_id, t.plain FROM eli4u.image m JOIN eli4u.page_text t ON t.image_id = m.id
    WHERE m.record_id = r.id AND t.stems @@ ${condition}::tsquery ORDER BY m.page LIMIT 1`;
