import { z } from 'zod';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { exactFields } from './elasticsearch-query.ts';
import { run } from './elasticsearch-run.ts';
import type { Scope } from './search.ts';

const perField = 20;

const nearSchema = z.record(
  z.string(),
  z.array(z.object({ text: z.string(), options: z.array(z.object({ text: z.string(), freq: z.number() })) })),
);

/** Words of the scope's own indices one slip away from each of these, the most frequent first. */
export async function nearWords(
  client: Client,
  names: IndexNames,
  scope: Scope,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const term = (field: string): estypes.SearchFieldSuggester => ({
    text: words.join(' '),
    term: {
      field,
      suggest_mode: 'always',
      sort: 'frequency',
      size: perField,
      shard_size: perField,
      max_inspections: 5,
      max_edits: 1,
      prefix_length: 0,
      string_distance: 'damerau_levenshtein',
    },
  });
  const suggest = Object.fromEntries(exactFields.map((field) => [field, term(field)]));
  const answer = nearSchema.parse((await run(client, names, scope, { size: 0, suggest })).suggest ?? {});
  const frequency = new Map(words.map((word) => [word, new Map<string, number>()]));
  for (const { text, options } of Object.values(answer).flat()) {
    const near = frequency.get(text);
    for (const { text: other, freq } of options)
      if (/^[a-z]+$/.test(other)) near?.set(other, (near.get(other) ?? 0) + freq);
  }
  return new Map(
    [...frequency].map(([word, near]) => [word, [...near].sort(([, a], [, b]) => b - a).map(([other]) => other)]),
  );
}
