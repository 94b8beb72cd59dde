import type pg from 'pg';
import { wordsOf } from '#lib/search/fold.ts';
import type { Registration } from '#lib/procedures/cases/filing-facts.ts';

/** The words a case is found by; numbers of the protocollo as people write them, with and without the zeros in front. */
export async function saveWords(
  client: pg.ClientBase,
  id: string,
  registration: Registration,
  texts: readonly string[],
): Promise<void> {
  const { year, number } = registration;
  const words = new Set([String(year), String(number), String(number).padStart(7, '0'), ...texts.flatMap(wordsOf)]);
  await client.query(
    'INSERT INTO eli4u.procedure_words (procedure_id, words) VALUES ($1, array_to_tsvector($2::text[]))',
    [id, [...words]],
  );
}

/** More words for a case: a reference that came later. */
export async function addWords(client: pg.ClientBase, id: string, texts: readonly string[]): Promise<void> {
  await client.query(
    'UPDATE eli4u.procedure_words SET words = words || array_to_tsvector($2::text[]) WHERE procedure_id = $1',
    [id, [...new Set(texts.flatMap(wordsOf))]],
  );
}

/** Cases with all the words, or words that begin so; null where nothing was asked. */
export function wordsQuery(text: string | undefined): string | null {
  const words = wordsOf(text ?? '').slice(0, 12);
  // Words are letters and digits, so that quotes hold nothing that ends them.
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
