import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments, verbs } from '#lib/oai/arguments.ts';

const codes = (query: string): string[] | 'sound' => {
  const read = readArguments([...new URLSearchParams(query)]);
  return read.kind === 'request' ? 'sound' : read.errors.map(({ code }) => code);
};

describe('arguments of OAI-PMH', () => {
  it.each([
    'verb=Identify',
    'verb=ListSets',
    'verb=ListSets&resumptionToken=x',
    'verb=ListMetadataFormats',
    'verb=ListMetadataFormats&identifier=oai:a.b:c',
    'verb=GetRecord&identifier=oai:a.b:c&metadataPrefix=oai_dc',
    'verb=ListRecords&metadataPrefix=oai_dc',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01&set=fonds',
    'verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01T00:00:00Z&until=2026-01-01T00:00:00Z',
    'verb=ListIdentifiers&resumptionToken=whatever%00',
  ])('takes %s', (query) => expect(codes(query)).toBe('sound'));

  it.each([
    ['', ['badVerb']],
    ['verb=', ['badVerb']],
    ['verb=identify', ['badVerb']],
    ['verb=Identify&verb=Identify', ['badVerb']],
    ['Verb=Identify', ['badVerb']],
    ['metadataPrefix=oai_dc', ['badVerb']],
    ['verb=Identify&set=fonds', ['badArgument']],
    ['verb=Identify&lang=it', ['badArgument']],
    ['verb=ListSets&set=a', ['badArgument']],
    ['verb=ListSets&resumptionToken=x&resumptionToken=x', ['badArgument']],
    ['verb=GetRecord', ['badArgument', 'badArgument']],
    ['verb=GetRecord&identifier=oai:a.b:c', ['badArgument']],
    ['verb=GetRecord&identifier=oai:a.b:c&metadataPrefix=oai_dc&until=2026-01-01', ['badArgument']],
    ['verb=GetRecord&identifier=a%20b&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=GetRecord&identifier=oai:a.b:c&metadataPrefix=oai%20dc', ['badArgument']],
    ['verb=GetRecord&identifier=oai:a.b:%22&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=ListRecords', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a:', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=a%2Fb', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z', ['badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=x&until=y&set=/', ['badArgument', 'badArgument', 'badArgument']],
    ['verb=ListRecords&metadataPrefix=oai_dc&constructor=1', ['badArgument']],
    ['verb=__proto__', ['badVerb']],
  ])('refuses %s', (query, expected) => expect(codes(query)).toEqual(expected));

  it('says something of whatever comes', () => {
    const name = fc.oneof(
      fc.constantFrom('verb', 'identifier', 'metadataPrefix', 'set', 'from', 'until', 'resumptionToken'),
      fc.string({ unit: 'binary' }),
    );
    const value = fc.oneof(fc.constantFrom(...verbs, 'oai_dc', '2026-01-01', 'fonds'), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
        const read = readArguments(pairs);
        if (read.kind === 'errors') expect(read.errors.length).toBeGreaterThan(0);
        else expect(pairs.filter(([one]) => one === 'verb')).toHaveLength(1);
      }),
    );
  });
});
