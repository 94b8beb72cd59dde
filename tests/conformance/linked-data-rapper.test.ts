/** What Raptor (Debian: raptor2-utils) reads in our serialisations. */
import { DataFactory, Parser, Store } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { syntaxes } from '#lib/linked-data/syntaxes.ts';
import { toLines } from '#lib/records/rdf/lines.ts';
import { aFullRecord, base, everyItem } from '#tests/builders/linked-items.ts';
import { rapperIsHere, rapperNote, readByRapper } from '#tests/setup/rapper.ts';

const hostile = aFullRecord({ title: '\u0000 ]]> "\\ <&> \ud800 è 𝔄\r\n\tx', referenceCode: '<!--' });
const items = [...everyItem(), { kind: 'record' as const, value: hostile }];
const all = items.flatMap((item) => graphOf(item, base));
const raptorNames: Record<string, 'ntriples' | 'turtle' | 'rdfxml'> = { ttl: 'turtle', rdf: 'rdfxml', nt: 'ntriples' };

/** Raptor escapes what is not ASCII: read once more, lines are alike. */
const alike = (lines: readonly string[]): string[] =>
  new Store(new Parser({ format: 'application/n-triples' }).parse(lines.join('\n')))
    .getQuads(null, null, null, DataFactory.defaultGraph())
    .map((quad) => `${quad.subject.value} ${quad.predicate.value} ${quad.object.value}`)
    .sort();

beforeAll(() => {
  if (!rapperIsHere && process.env['REQUIRE_ALL'] === '1') throw new Error(`REQUIRE_ALL=1, but${rapperNote}`);
});

describe.skipIf(!rapperIsHere)(`rapper${rapperNote}`, () => {
  it.each(syntaxes.filter(({ extension }) => extension in raptorNames))('reads $extension', ({ extension, write }) => {
    const syntax = raptorNames[extension];
    if (!syntax) throw new Error(extension);
    const read = readByRapper(write(all), syntax);
    const meant = [...toLines(all)];
    expect(read.length).toBe(meant.length);
    expect(alike(read)).toEqual(alike(meant));
  });
});
