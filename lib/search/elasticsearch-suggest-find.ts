import { z } from 'zod';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { codeBeginnings, codeSortKey, titleSortKey } from './code.ts';
import type { Client, estypes } from './elasticsearch.ts';
import type { IndexNames } from './elasticsearch-indices.ts';
import { run } from './elasticsearch-run.ts';
import { accessPointKey, type SuggestField } from './elasticsearch-suggest-inputs.ts';
import { bearersOf, sharingOf, type Beginning, type Sharing } from './elasticsearch-suggest-sharing.ts';
import { mostSuggestions, type Scope } from './search.ts';

export interface Beginnings extends Record<SuggestField, Beginning[]> {
  /** Of the titles and codes found, what is known of how many bear them. */
  sharing: Record<Shareable, Sharing>;
}
export type Shareable = 'title' | 'code';

/** In an internal search a record may be met twice: by its public document and its internal one. */
const documentsPerRecord = 2;
/** Documents that are looked at for keys borne by several: more than one for each record of a list. */
const perList = (documentsPerRecord + 1) * mostSuggestions;

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
  const codeKeys = codeBeginnings(codeSortKey(typed));
  const found = await complete(client, names, scope, {
    head: documents('head', titleKey, documentsPerRecord * mostSuggestions),
    agent: keys('agent', agentNameKey(typed)),
    place: keys('place', pointKey),
    subject: keys('subject', pointKey),
    title: keys('title', titleKey),
    'title each': documents('title', titleKey, perList),
    ...Object.fromEntries(codeKeys.map((key, n) => [`code ${n}`, keys('code', key)])),
    ...Object.fromEntries(codeKeys.map((key, n) => [`code ${n} each`, documents('code', key, perList)])),
  });
  const of = (name: string) => found.get(name) ?? [];
  const code = codeKeys.map((_, n) => sharingOf(of(`code ${n}`), of(`code ${n} each`), perList));
  return {
    head: of('head'),
    title: of('title'),
    agent: of('agent'),
    place: of('place'),
    subject: of('subject'),
    // From the shorter numbers to the longer, each in its order.
    code: codeKeys.flatMap((_, n) => of(`code ${n}`)).slice(0, mostSuggestions),
    sharing: {
      title: sharingOf(of('title'), of('title each'), perList),
      code: { shared: new Set(code.flatMap(({ shared }) => [...shared])), unknown: code.flatMap((one) => one.unknown) },
    },
  };
}

/**
 * The keys that more than one record bears. Where the first request left it open, a second one tells: of what begins with a whole key, those
 * that are it come first, and two records with their documents are enough.
 */
export async function findShared(
  client: Client,
  names: IndexNames,
  scope: Scope,
  { sharing: { title, code } }: Beginnings,
): Promise<Record<Shareable, ReadonlySet<string>>> {
  if (title.unknown.length + code.unknown.length === 0) return { title: title.shared, code: code.shared };
  const size = 2 * documentsPerRecord;
  const asked = (field: Shareable, unknown: readonly string[]) =>
    Object.fromEntries(unknown.map((key, n) => [`${field} ${n}`, documents(field, key, size)]));
  const found = await complete(client, names, scope, {
    ...asked('title', title.unknown),
    ...asked('code', code.unknown),
  });
  const answered = (field: Shareable, { shared, unknown }: Sharing) =>
    new Set([...shared, ...unknown.filter((key, n) => bearersOf(key, found.get(`${field} ${n}`) ?? []).size > 1)]);
  return { title: answered('title', title), code: answered('code', code) };
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

/** The first keys that begin so, each with a record. */
const keys = (field: SuggestField, prefix: string): estypes.SearchFieldSuggester => ({
  prefix,
  completion: { field: `suggest.${field}`, size: mostSuggestions, skip_duplicates: true },
});

/** The first documents by their keys. */
const documents = (field: SuggestField, prefix: string, size: number): estypes.SearchFieldSuggester => ({
  prefix,
  completion: { field: `suggest.${field}`, size },
});
