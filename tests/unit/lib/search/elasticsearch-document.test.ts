import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toSearchDocument, type SearchSource } from '#lib/projections/search-document.ts';
import { toIndexDocument, type IndexDocument } from '#lib/search/elasticsearch-document.ts';

const source: SearchSource = {
  id: 'r1',
  level: 'file',
  unitType: 'busta',
  referenceCode: 'B. 12',
  formerCodes: ['b12', 'Vecchio 7'],
  title: 'Denuncia\u0000 di Antonio',
  object: 'Segreto',
  dateStart: '1418-03-01',
  dateEnd: '1419-12-31',
  description: { accessPoints: [{ kind: 'place', label: 'Città di  Padova' }], languages: ['ita'] },
  internal: false,
  visibility: 'open',
  digital: true,
  pageWords: [],
  agents: [],
};

const undescribed: Partial<SearchSource> = { referenceCode: null, formerCodes: [], title: '…', description: {} };

function documentOf(changes: Partial<SearchSource> = {}, scope: 'public' | 'internal' = 'public'): IndexDocument {
  const context = { rootId: 'f1', ancestorIds: ['f1', 's1'], inheritedCreators: ['ag1'], inheritedLanguages: [] };
  const document = toSearchDocument({ ...source, ...changes }, context, scope);
  if (!document) throw new Error('no document in this scope');
  return toIndexDocument(document, scope);
}

describe('toIndexDocument', () => {
  it('says what filters, sorts and counts need', () => {
    expect(documentOf()).toMatchObject({
      id: 'r1',
      scope: 'public',
      hasInternal: true,
      ancestors: ['f1', 's1', 'r1'],
      codes: ['b 12', 'vecchio 7'],
      facets: { fonds: ['f1'], creator: ['ag1'], place: ['Città di Padova'], century: ['15'], digital: ['true'] },
      years: { gte: 1418, lte: 1419 },
      yearStart: 1418,
      yearEnd: 1419,
      dateSort: 14180301,
      codeSort: 'b 0000000012',
      titleSort: 'denuncia di antonio',
    });
    expect(documentOf().filters).toContain('@place:citta di padova');
  });

  it('leaves out what a record has not', () => {
    const bare = documentOf({ ...undescribed, dateStart: null, dateEnd: null });
    for (const name of ['years', 'yearStart', 'dateSort', 'codeSort', 'suggest']) expect(bare).not.toHaveProperty(name);
  });

  it('keeps what is internal to the internal document', () => {
    expect(documentOf().names).not.toContain('segreto');
    expect(documentOf({}, 'internal').names).toContain('segreto');
  });

  it.each([
    ['series', "L'Estimo", { input: 'l estimo', weight: 2 }],
    ['fonds', 'Estimo', { input: 'estimo', weight: 4 }],
    ['series', '…', undefined],
    ['file', "L'Estimo", undefined],
  ] as const)('completes the title of a %s called %s', (level, title, suggest) => {
    expect(documentOf({ level, title }).suggest).toEqual(suggest);
  });

  it('has no field that the strict mapping does not name, and the other way round', () => {
    const { properties } = JSON.parse(readFileSync('schemas/search/mappings.json', 'utf8')) as {
      properties: Record<string, object>;
    };
    const described = documentOf({ level: 'series', pageWords: ['canapa'] });
    expect(Object.keys(described).sort()).toEqual(Object.keys(properties).sort());
  });
});
