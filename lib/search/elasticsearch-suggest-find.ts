import { z } from 'zod';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { codeBeginnings, codeSortKey, titleSortKey } from './code.ts';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { run } from './elasticsearch-run.ts';
import { accessPointKey, type SuggestField } from './elasticsearch-suggest-inputs.ts';
import { mostSuggestions, type Scope } from './search.ts';

/** A key that begins as was typed, and a record that bears it. */
export interface Beginning {
  key: string;
  id: string;
}
export type Beginnings = Record<SuggestField, Beginning[]>;

/** In an internal search a record may be met twice: by its public document and its internal one. */
const documentsPerRecord = 2;

const answerSchema = z.record(
  z.string(),
  z.array(z.object({ options: z.array(z.object({ text: z.string(), _id: z.string() })) })),
);

/** All kinds in one request. Of one key a single record is heard, but of heads each: they are told apart by their fonds. */
export async function findBeginnings(
  client: Client,
  names: IndexNames,
  scope: Scope,
  typed: string,
): Promise<Beginnings> {
  const titleKey = titleSortKey(typed);
  const pointKey = accessPointKey(typed);
  const codes = codeBeginnings(codeSortKey(typed)).map(
    (beginning, n) => [`code${n}`, begins('code', beginning)] as const,
  );
  const found = await complete(client, names, scope, {
    head: { prefix: titleKey, completion: { field: 'suggest.head', size: mostSuggestions * documentsPerRecord } },
    title: begins('title', titleKey),
    agent: begins('agent', agentNameKey(typed)),
    place: begins('place', pointKey),
    subject: begins('subject', pointKey),
    ...Object.fromEntries(codes),
  });
  const of = (name: string) => found.get(name) ?? [];
  return {
    head: of('head'),
    title: of('title'),
    agent: of('agent'),
    place: of('place'),
    subject: of('subject'),
    // From the shorter numbers to the longer, each in its order.
    code: codes.flatMap(([name]) => of(name)).slice(0, mostSuggestions),
  };
}

/**
 * The keys that more than one record bears, as `field:key`. Of what begins with a whole key, those that are it come first: two records with
 * their documents are enough to know.
 */
export async function findShared(
  client: Client,
  names: IndexNames,
  scope: Scope,
  { title, code }: Pick<Beginnings, 'title' | 'code'>,
): Promise<Set<string>> {
  const asked = [...title.map(({ key }) => ['title', key] as const), ...code.map(({ key }) => ['code', key] as const)];
  if (asked.length === 0) return new Set();
  const size = 2 * documentsPerRecord;
  const suggesters = asked.map(([field, key]) => [
    `${field}:${key}`,
    { prefix: key, completion: { field: `suggest.${field}`, size } },
  ]);
  const found = await complete(client, names, scope, Object.fromEntries(suggesters));
  const bearers = ([field, key]: (typeof asked)[number]) =>
    new Set((found.get(`${field}:${key}`) ?? []).filter((each) => each.key === key).map(({ id }) => id));
  return new Set(asked.filter((each) => bearers(each).size > 1).map(([field, key]) => `${field}:${key}`));
}

async function complete(
  client: Client,
  names: IndexNames,
  scope: Scope,
  suggesters: Record<string, estypes.SearchFieldSuggester>,
): Promise<Map<string, Beginning[]>> {
  const answer = await run(client, names, scope, { size: 0, suggest: suggesters });
  const parsed = answerSchema.parse(answer.suggest ?? {});
  return new Map(
    Object.entries(parsed).map(([name, entries]) => [
      name,
      entries.flatMap(({ options }) => options.map(({ text, _id: id }) => ({ key: text, id }))),
    ]),
  );
}

function begins(field: SuggestField, prefix: string): estypes.SearchFieldSuggester {
  return { prefix, completion: { field: `suggest.${field}`, size: mostSuggestions, skip_duplicates: true } };
}
