/** Every text of the real files is in what is read from it, or is named among what is not kept, with the reason. */
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft } from '#ingest/draft.ts';
import { readSource } from '#ingest/parse/source.ts';
import { notKept } from './not-kept.ts';
import { folded, textsOf, type SourceText } from './source-texts.ts';

const folder = path.resolve(process.env['REFERENCE_DATA'] ?? '../shared', 'data');
const missing = existsSync(folder) ? null : `no reference data at ${folder} (set REFERENCE_DATA)`;
const files = missing
  ? []
  : readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.xml'))
      .sort();

/** All words of a draft; HTML says what the text beside it says. */
function wordsOf(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string' || typeof value === 'number') found.push(String(value));
  else if (Array.isArray(value)) for (const part of value) wordsOf(part, found);
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value))
      if (!/^(html|titleHtml|xpath|line)$/.test(key)) wordsOf(part, found);
  return found;
}

interface Drafted {
  readable: boolean;
  units: Map<number, string>;
  others: string;
}

async function draftsOf(file: string): Promise<Drafted> {
  const units = new Map<number, string>();
  const others: string[] = [];
  let before = 0;
  let readable = false;
  const take = (draft: Draft) => {
    if (draft.kind === 'sourceEnd') before += draft.units;
    if (draft.kind === 'unit')
      units.set(
        before + draft.ordinal,
        `${units.get(before + draft.ordinal) ?? ''}${folded(wordsOf(draft).join(' '))}`,
      );
    if (draft.kind === 'source' || draft.kind === 'agent' || draft.kind === 'institution') {
      readable = true;
      others.push(...wordsOf(draft));
    }
    if (draft.kind === 'failed' || draft.kind === 'quarantined') readable = false;
  };
  for await (const drafts of readSource(createReadStream(path.join(folder, file)), { fileName: file }))
    drafts.forEach(take);
  return { readable, units, others: folded(others.join(' ')) };
}

const met = new Set<RegExp>();

function isNamed({ path: where, text }: SourceText): boolean {
  const entry = notKept.find(([pattern, , words]) => pattern.test(where) && (!words || words.test(text.trim())));
  if (entry) met.add(entry[0]);
  return entry !== undefined;
}

async function lostFrom(file: string): Promise<string[]> {
  const { readable, units, others } = await draftsOf(file);
  if (!readable) return [];
  const texts = textsOf(path.join(folder, file));
  const everywhere = others + [...units].flatMap(([at, words]) => (at < 8 ? words : [])).join('');
  const lost = [
    ...texts.outside.filter(({ text }) => !everywhere.includes(folded(text))),
    ...texts.units.flatMap((own, at) => {
      const words = (units.get(at) ?? '') + (at === 0 ? others : '');
      return own.filter(({ text }) => !words.includes(folded(text)));
    }),
  ];
  return lost.filter((text) => !isNamed(text)).map(({ path: where, text, line }) => `${line} ${where}: ${text.trim()}`);
}

it.runIf(process.env['REQUIRE_ALL'] === '1')('the reference data is there', () => expect(missing).toBeNull());

describe.skipIf(missing !== null)(`nothing said is lost${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  it.each(files)('%s', async (file) => expect(await lostFrom(file)).toEqual([]));

  it('every reason for not keeping something is met', () => {
    expect(notKept.filter(([where]) => !met.has(where)).map(([where, reason]) => `${where}: ${reason}`)).toEqual([]);
  });
});
