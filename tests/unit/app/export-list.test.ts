import { describe, expect, it } from 'vitest';
import { hitsToExport, mostExported, parseExportParameters } from '#lib/http/export-list.ts';
import type { Composition } from '#lib/composition.ts';
import type { SearchAnswer, SearchRequest } from '#lib/search/search.ts';
import { heldHit } from '#tests/unit/lib/projections/held-hit.ts';
import { recordView } from '#tests/unit/lib/projections/record-view.ts';

const parse = (query: string) => parseExportParameters(new URLSearchParams(query));

/** Holdings of so many hits, found a hundred at a time. */
function endless(total: number): { site: Pick<Composition, 'search' | 'store' | 'baseUrl'>; asked: SearchRequest[] } {
  const asked: SearchRequest[] = [];
  const query = (request: SearchRequest): Promise<SearchAnswer> => {
    asked.push(request);
    const from = 'after' in request.at ? Number(request.at.after) : 0;
    const hits = Array.from({ length: Math.min(request.size, total - from) }, (_, index) =>
      heldHit({ id: String(from + index), url: `/records/${from + index}` }),
    );
    const end = from + hits.length;
    return Promise.resolve({
      total,
      totalEstimate: false,
      next: end < total ? String(end) : null,
      prev: null,
      hits,
      facets: {},
    });
  };
  const findRecord = (id: string) =>
    Promise.resolve(id === 'hidden' ? null : { state: 'found' as const, value: recordView({ id }) });
  const search = { query, suggest: () => Promise.resolve([]) };
  return {
    site: { search, store: { findRecord } as unknown as Composition['store'], baseUrl: 'https://example.org' },
    asked,
  };
}

describe('a list as a file', () => {
  it.each(['', 'format=pdf', 'format=csv&from=x', `format=csv&id=${'1'.repeat(30)}`])('refuses %s', (query) => {
    expect(parse(query).violations?.length).toBeGreaterThan(0);
  });

  it('holds a thousand hits at most, in the public scope, wherever one stood in the list', async () => {
    const { parameters } = parse('format=csv&q=estimo&page=7&group=fonds');
    const { site, asked } = endless(2500);
    const hits = parameters ? await hitsToExport(parameters, 'it', site) : [];
    expect(hits).toHaveLength(mostExported);
    expect(asked).toHaveLength(10);
    expect(asked[0]).toMatchObject({ scope: 'public', q: 'estimo', group: null, at: { page: 1 }, facets: false });
    expect(hits[0]).toMatchObject({ url: 'https://example.org/records/0', custodian: 'Archivio di Stato di Padova' });
  });

  it('holds the records named, in their order, without those that are not public', async () => {
    const { parameters } = parse('format=ris&id=b&id=hidden&id=a&id=b');
    const { site, asked } = endless(5);
    const hits = parameters ? await hitsToExport(parameters, 'it', site) : [];
    expect(hits.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(asked).toEqual([]);
  });
});
