import { describe, expect, it } from 'vitest';
import { toSearchDocument, type SearchContext, type SearchSource } from '#lib/projections/search-document.ts';
import { documentWords, vectorText } from '#lib/search/vector.ts';

const source: SearchSource = {
  id: 'rec00001',
  level: 'file',
  unitType: 'registro',
  referenceCode: 'B. 12',
  formerCodes: ['Vecchio 7'],
  title: 'Estimo del 1418',
  object: null,
  dateStart: '1390-01-01',
  dateEnd: '1418-12-31',
  description: {},
  internal: false,
  visibility: 'open',
  digital: false,
  pageWords: [],
  agents: [],
};
const context: SearchContext = {
  rootId: 'fonds001',
  ancestorIds: ['fonds001'],
  inheritedCreators: ['agent001'],
  inheritedLanguages: ['ita'],
};
const make = (changes: Partial<SearchSource>, scope: 'public' | 'internal' = 'public') =>
  toSearchDocument({ ...source, ...changes }, context, scope);

describe('toSearchDocument', () => {
  it('takes from above what the record does not say', () => {
    expect(make({})?.facets).toEqual([
      ['fonds', 'fonds001'],
      ['level', 'file'],
      ['creator', 'agent001'],
      ['language', 'ita'],
      ['century', '14'],
      ['century', '15'],
    ]);
  });

  it.each<[string, Partial<SearchSource>, boolean, boolean]>([
    ['plain', {}, true, false],
    ['described', { visibility: 'described' }, true, false],
    ['hidden', { visibility: 'hidden' }, false, true],
    ['internal', { internal: true }, false, true],
    ['with its registered subject', { object: 'Rossi Mario' }, true, true],
    [
      'with an internal note',
      { description: { elements: { note: [{ html: '', text: 'x', internal: true }] } } },
      true,
      true,
    ],
    ['with an internal agent', { agents: [{ id: 'a', name: 'A', role: 'author', internal: true }] }, true, true],
    [
      'with an internal access point',
      { description: { accessPoints: [{ kind: 'subject', label: 'x', internal: true }] } },
      true,
      true,
    ],
  ])('%s: rows by scope', (_, changes, inPublic, inside) => {
    expect(make(changes, 'public') !== null).toBe(inPublic);
    expect(make(changes, 'internal') !== null).toBe(inside);
  });

  it('keeps in public nothing that is internal', () => {
    const secret = {
      object: 'segreto',
      description: {
        elements: { note: [{ html: '', text: 'segreto', internal: true as const }] },
        accessPoints: [{ kind: 'subject' as const, label: 'segreto', internal: true as const }],
      },
      agents: [{ id: 'segreto', name: 'segreto', role: 'creator' as const, internal: true }],
    };
    expect(JSON.stringify(make(secret))).not.toContain('segreto');
    expect(make(secret)?.hasInternal).toBe(true);
    expect(JSON.stringify(make(secret, 'internal')).match(/segreto/g)?.length).toBeGreaterThan(4);
  });

  it.each([
    [null, null, []],
    ['1400-01-01', '1499-12-31', ['15']],
    ['1100-01-01', '1400-12-31', ['12', '13', '14', '15']],
    ['1100-01-01', '1500-12-31', []],
    [null, '1418-01-01', ['15']],
    ['1500-01-01', '1400-01-01', ['15', '16']],
  ])('centuries of %s to %s', (dateStart, dateEnd, centuries) => {
    const found = make({ dateStart, dateEnd })?.facets.filter(([facet]) => facet === 'century');
    expect(found?.map(([, value]) => value)).toEqual(centuries);
  });

  it.each([
    ['1417-05-01', '1419-12-31', '1417 1418 1419'],
    ['1418-01-01', null, '1418'],
    ['1418-01-01', '1428-12-31', '1418 1419 1420 1421 1422 1423 1424 1425 1426 1427 1428'],
    ['1418-01-01', '1429-12-31', '1418 1429'],
    [null, null, ''],
  ])('years of %s to %s among the words', (dateStart, dateEnd, years) => {
    expect(make({ dateStart, dateEnd })?.terms.replaceAll('\n', ' ')).toBe(years);
  });
});

describe('vectorText', () => {
  const stemOf = (word: string) => (word === 'del' ? null : word);

  it('has weights, places, title stems and marks', () => {
    const document = make({ formerCodes: [], unitType: null });
    expect(document && vectorText(documentWords(document), ["@place:l'aquila"], stemOf)).toBe(
      `estimo:1A 1418:3A,17C b:9B 12:10B 1390:16C 't:estimo' 't:1418' '@place:l''aquila' `,
    );
  });

  it('words of pages stand below all the rest, and only where they may be read', () => {
    const open = make({ pageWords: ['canapa', 'estimo', 'del'] });
    const text = open && vectorText(documentWords(open), [], stemOf);
    expect(text).toContain('canapa:16383 ');
    expect(text).toContain('estimo:1A ');
    expect(text).not.toContain('del:');
    expect(make({ pageWords: ['canapa'], visibility: 'described' })?.pages).toEqual([]);
    expect(make({ pageWords: ['canapa'], visibility: 'hidden' }, 'internal')?.pages).toEqual([]);
  });

  it('stays below a megabyte whatever comes', () => {
    const text = Array.from({ length: 600_000 }, (_, i) => `字${i.toString(36)}`).join(' ');
    const document = make({
      title: text,
      pageWords: Array.from({ length: 100_000 }, (_, i) => `${i.toString(36)}parola`),
      description: { elements: { note: [{ html: '', text }], index: [{ html: '', text }] } },
    });
    const size = document ? Buffer.byteLength(vectorText(documentWords(document), [], (word) => word)) : 0;
    expect(size).toBeGreaterThan(100_000);
    expect(size).toBeLessThan(1_000_000);
  });
});
