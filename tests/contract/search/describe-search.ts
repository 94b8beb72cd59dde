import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cursorViolation, writeCursor } from '#lib/search/cursor.ts';
import {
  searchAnswerSchema,
  SearchRequestError,
  sorts,
  type Search,
  type SearchAnswer,
  type SearchRequest,
} from '#lib/search/search.ts';
import type { Capabilities } from './capabilities.ts';
import { publicIds } from './holdings.ts';

/** An engine over the holdings of holdings.ts. */
export interface SearchEngine {
  search: Search;
  /** Runs statements on the records, then brings the index up to date for those ids. */
  change(sql: string, ids: string[]): Promise<void>;
  close(): Promise<void>;
}

const everything: SearchRequest = {
  scope: 'public',
  q: '',
  filters: {},
  from: null,
  to: null,
  dateMode: 'overlap',
  within: null,
  sort: 'relevance',
  group: null,
  at: { page: 1 },
  size: 100,
  facets: false,
  lang: 'it',
};

/** Why this machine has no such engine. */
export interface MissingEngine {
  missing: string;
}

/** What every engine answers (lib/search/search.ts). */
export function describeSearch(
  name: string,
  capabilities: Capabilities,
  makeEngine: () => Promise<SearchEngine | MissingEngine>,
): void {
  describe(`search on ${name}`, () => {
    let engine: SearchEngine;
    let missing: string | null = null;
    let close: (() => Promise<void>) | null = null;
    beforeAll(async () => {
      const made = await makeEngine();
      if ('missing' in made) missing = made.missing;
      else ({ close } = engine = made);
    }, 300_000);
    beforeEach((context) => {
      if (missing !== null) context.skip(missing);
    });
    afterAll(() => close?.());

    const ask = (request: Partial<SearchRequest>): Promise<SearchAnswer> =>
      engine.search.query({ ...everything, ...request });
    const find = async (q: string, request: Partial<SearchRequest> = {}) =>
      (await ask({ ...request, q })).hits.map(({ id }) => id);

    describe('words', () => {
      it('gives everything that is public for an empty query', async () => {
        const answer = await ask({});
        expect(searchAnswerSchema.parse(answer)).toEqual(answer);
        expect(answer).toMatchObject({ total: publicIds.length, totalEstimate: false, next: null, prev: null });
        expect(answer.hits.map(({ id }) => id).sort()).toEqual([...publicIds].sort());
      });

      it.each([
        ['accents are folded', 'CITTA', ['fArchiv0', 'iEstimoB']],
        ['singular finds plural', 'libro', ['iEstimoB']],
        ['elision is no part of a word', "l'archivio", ['fArchiv0', 'iEstimoB']],
        ['words narrow each other', 'denuncia monselice', ['iEstimoB']],
        ['OR widens', 'bartolomeo OR sciolte', ['iEstimoC', 'iUndated']],
        ['a minus leaves out', 'denuncia -monselice', ['fEstimi0', 'iEstimoC']],
        ['NOT leaves out', 'denuncia NOT monselice', ['fEstimi0', 'iEstimoC']],
        ['brackets', '(bartolomeo OR antonio) denuncia', ['iEstimoB', 'iEstimoC']],
        ['a phrase', '"tre libri dei conti"', ['iEstimoB']],
        ['a phrase in another order', '"libri tre"', []],
        ['a prefix', 'bartol*', ['iEstimoC']],
        ['a prefix longer than the stem', 'archivi* civitas', ['fArchiv0']],
        ['other titles', 'patavina', ['fArchiv0']],
        ['agents', 'magistratura', ['fEstimi0']],
        ['access points', 'monselice -denuncia', []],
        ['unit types', 'busta', ['iEstimoB']],
        ['a year beside words', 'registro 1540', ['iLett003']],
        ['the last year of a long span', 'civitas 1799', ['fArchiv0']],
        ['a year within a long span is for dates to find', 'civitas 1650', []],
        ['no such word', 'zzzzz', []],
      ])('%s', async (_, q, ids) => {
        expect((await find(q)).sort()).toEqual(ids);
      });

      it('a prefix of a word, whatever its stem, where the engine keeps words', async () => {
        expect(await find('stimat*')).toEqual(capabilities.prefixes === 'words' ? ['iEstimoB'] : []);
      });

      it('a query of exclusions alone gives all the rest', async () => {
        expect((await find('-registro')).length).toBe(publicIds.length - 24);
      });

      it.each([['"citta'], ['((citta'], ['citta)'], ['AND citta OR'], ['citta -'], ['"""citta'], ['citta a*']])(
        'never fails: %s',
        async (q) => {
          const answer = await ask({ q });
          expect(answer.hits.map(({ id }) => id)).toContain('fArchiv0');
        },
      );

      it('any text at all is a query', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(
              fc.string({ unit: 'binary', maxLength: 60 }),
              fc.stringMatching(/^[a-c"()*\-! &|:<>'\\\0.]{0,40}$/),
            ),
            async (q) => {
              expect((await ask({ q, size: 1 })).total).toBeGreaterThanOrEqual(0);
            },
          ),
          { numRuns: 150 },
        );
      });

      it('says what was not understood, in the reader’s language', async () => {
        const italian = await ask({ q: 'citta "padova' });
        const english = await ask({ q: 'citta "padova', lang: 'en' });
        expect(italian.notices).toHaveLength(1);
        expect(english.notices).toHaveLength(1);
        expect(english.notices).not.toEqual(italian.notices);
      });

      it('shows everything for stop words alone, and says so', async () => {
        const answer = await ask({ q: 'di il la' });
        expect(answer.total).toBe(publicIds.length);
        expect(answer.notices).toHaveLength(1);
      });

      it('takes records of any size', async () => {
        expect(await find('smisurata')).toEqual(['iGreat00']);
        expect(await find('w1')).toEqual(['iGreat00']);
      });
    });

    describe('reference codes', () => {
      it.each([
        ['as written', 'A/10', 'iEstimoB'],
        ['in small letters', 'a/10', 'iEstimoB'],
        ['with other spaces and dots', 'es / 1. 1', 'iEstimoA'],
        ['a former one', 'vecchio 77 bis', 'iEstimoB'],
        ['of two letters', 'ac', 'fArchiv0'],
      ])('%s', async (_, q, id) => {
        expect((await find(q))[0]).toBe(id);
      });
    });

    describe('what is public', () => {
      it('a described record is found and says so', async () => {
        const { hits } = await ask({ q: 'riservato' });
        expect(hits).toMatchObject([
          { id: 'iDescrib', visibility: 'described', closure: { sensitivity: 'none', from: null }, digital: false },
        ]);
      });

      it.each([['invisibile'], ['sanzione'], ['cancellato'], ['riservatissima'], ['furto'], ['segretissimo']])(
        'never: %s',
        async (q) => {
          expect(await find(q)).toEqual([]);
          expect((await ask({ facets: true, filters: { subject: ['Furto'] } })).total).toBe(0);
        },
      );

      it('inside, all of it is found, each record once', async () => {
        const scope = 'internal' as const;
        expect(await find('invisibile', { scope })).toEqual(['iHidden0']);
        expect(await find('sanzione', { scope })).toEqual(['iHidden0']);
        expect(await find('riservatissima', { scope })).toEqual(['iTwoFace']);
        expect(await find('segretissimo', { scope })).toEqual(['iTwoFace']);
        expect(await find('cancellato', { scope })).toEqual([]);
        expect((await find('', { scope })).sort()).toEqual([...publicIds, 'iHidden0'].sort());
      });
    });

    describe('hits', () => {
      it('say where they stand', async () => {
        const [hit] = (await ask({ q: 'A/10' })).hits;
        expect(hit).toMatchObject({
          id: 'iEstimoB',
          url: '/records/iEstimoB',
          level: 'file',
          unitType: 'busta',
          referenceCode: 'A/10',
          dates: { display: '1418-1418', start: '1418-01-01', end: '1418-12-31' },
          fonds: { id: 'fEstimi0', title: 'Estimi' },
          ancestors: [
            { id: 'fEstimi0', title: 'Estimi', level: 'fonds' },
            { id: 'sEstimo1', title: 'Estimo del 1418', level: 'series' },
          ],
          digital: true,
        });
      });

      it('mark the words found, in safe HTML', async () => {
        const [hit] = (await ask({ q: 'libro monselice' })).hits;
        const html = hit?.highlights.map((each) => each.html).join('\n') ?? '';
        expect(hit?.highlights.map(({ field }) => field)).toContain('scopeAndContent');
        expect(html).toContain('<mark>libri</mark>');
        expect(html).toContain('<mark>Monselice</mark>');
        expect(html.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
        expect(hit?.highlights.length).toBeLessThanOrEqual(3);
      });
    });

    describe('filters', () => {
      it.each<[string, Partial<SearchRequest>, string[]]>([
        ['one value', { filters: { subject: ['Case'] } }, ['iEstimoB']],
        ['values of one facet widen', { filters: { place: ['Padova', 'Monselice'] } }, ['iEstimoA', 'iEstimoB']],
        ['facets narrow each other', { filters: { place: ['Padova', 'Monselice'], digital: ['true'] } }, ['iEstimoB']],
        ['words and filters', { q: 'denuncia', filters: { subject: ['Fiscalità'] } }, ['iEstimoB']],
        ['a century the span touches', { q: 'estimi', filters: { century: ['15'] } }, ['iEstimoA', 'sEstimo1']],
        ['within', { q: 'estimi OR estimo', within: 'sEstimo1' }, ['iEstimoA', 'sEstimo1']],
        ['within nothing', { within: 'nosuchid' }, []],
        [
          'dates that touch',
          { from: 1418, to: 1418, filters: { level: ['file', 'series'] } },
          ['iEstimoB', 'sEstimo1'],
        ],
        ['dates inside', { from: 1418, to: 1418, dateMode: 'contained' }, ['iEstimoA', 'iEstimoB']],
        ['from alone', { from: 1741, filters: { fonds: ['fEstimi0'] } }, ['fEstimi0', 'iTwoFace']],
        ['to alone', { to: 1417 }, ['fEstimi0']],
        ['an inherited creator', { q: 'bartolomeo', filters: { creator: ['agEstim0'] } }, ['iEstimoC']],
        ['an inherited language', { q: 'bartolomeo', filters: { language: ['ita'] } }, ['iEstimoC']],
        ['the nearest language wins', { q: 'identica', filters: { language: ['lat'] } }, []],
      ])('%s', async (_, request, ids) => {
        expect((await ask(request)).hits.map(({ id }) => id).sort()).toEqual(ids);
      });
    });

    describe('facets', () => {
      it('count every value, with labels', async () => {
        const { facets } = await ask({ facets: true });
        expect(facets.fonds).toEqual([
          { value: 'fArchiv0', label: 'Archivio della Città di Padova', count: 30, estimate: false },
          { value: 'fEstimi0', label: 'Estimi', count: 8, estimate: false },
        ]);
        expect(facets.creator?.map(({ label, count }) => [label, count])).toEqual([
          ['Comune di Padova', 30],
          ["Magistratura dell'Estimo", 8],
        ]);
        expect(facets.digital).toEqual([{ value: 'true', label: 'true', count: 1, estimate: false }]);
        expect(facets.subject?.map(({ value, count }) => [value, count])).toEqual([
          ['Fiscalità', 2],
          ['Case', 1],
        ]);
        expect(facets.century?.find(({ value }) => value === '18')?.count).toBe(7);
      });

      it('count a facet that is filtered by as if it were not', async () => {
        const { facets, total } = await ask({ facets: true, filters: { place: ['Padova'] } });
        expect(total).toBe(1);
        expect(facets.place?.map(({ value }) => value).sort()).toEqual(['Monselice', 'Padova']);
        expect(facets.fonds).toHaveLength(1);
      });

      it('name a chosen value that finds nothing', async () => {
        const { facets } = await ask({ facets: true, filters: { subject: ['Draghi'] } });
        expect(facets.subject).toContainEqual({ value: 'Draghi', label: 'Draghi', count: 0, estimate: false });
      });

      it('draw years by overlap', async () => {
        const { histogram = [] } = await ask({ facets: true, within: 'sEstimo1' });
        expect(histogram.length).toBeLessThanOrEqual(40);
        expect(histogram.find(({ from }) => from === 1410)?.count).toBe(4);
        expect(histogram.find(({ from }) => from === 1700)?.count).toBe(1);
        expect(histogram.find(({ from }) => from === 1430)?.count).toBe(0);
      });
    });

    describe('order', () => {
      it('a fonds stands above its items when both match', async () => {
        expect((await find('estimi')).slice(0, 3)).toEqual(['fEstimi0', 'sEstimo1', 'iEstimoA']);
      });

      it('titles stand above notes', async () => {
        const ids = await find('archivio');
        expect(ids.indexOf('fArchiv0')).toBeLessThan(ids.indexOf('iEstimoB'));
      });

      it('by date, the undated last both ways', async () => {
        const dated = (ids: string[]) => ids.slice(0, -4);
        const up = await find('', { sort: 'date' });
        const down = await find('', { sort: '-date' });
        expect(up[0]).toBe('fEstimi0');
        expect(down[0]).toBe('iLett023');
        expect(up.slice(-4).sort()).toEqual(['iDescrib', 'iGreat00', 'iUndated', 'sLettere']);
        expect(down.slice(-4)).toEqual(up.slice(-4));
        expect(dated(down).length).toBe(dated(up).length);
      });

      it('by code, naturally', async () => {
        const codes = (await ask({ sort: 'code' })).hits
          .map(({ referenceCode }) => referenceCode)
          .filter((code) => code?.startsWith('A/') || code?.startsWith('L/'));
        expect(codes).toEqual(['A/2', 'A/10', ...Array.from({ length: 24 }, (_, i) => `L/${i + 1}`)]);
      });

      it('by title', async () => {
        const titles = (await ask({ sort: 'title' })).hits.map(({ title }) => title);
        expect(titles.slice(0, 3)).toEqual([
          'Archivio della Città di Padova',
          'Carte sciolte',
          'Carteggio a due facce',
        ]);
      });
    });

    describe('paging', () => {
      const pages = async (request: Partial<SearchRequest>) => {
        const forward: string[] = [];
        let answer = await ask(request);
        for (let guard = 0; guard < 200; guard++) {
          forward.push(...answer.hits.map(({ id }) => id));
          if (answer.next === null) break;
          answer = await ask({ ...request, at: { after: answer.next } });
        }
        const backward = answer.hits.map(({ id }) => id);
        while (answer.prev !== null && backward.length <= forward.length) {
          answer = await ask({ ...request, at: { before: answer.prev } });
          backward.unshift(...answer.hits.map(({ id }) => id));
        }
        return { forward, backward };
      };

      it('by cursor reaches every hit once, both ways, in every order', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.constantFrom(...sorts),
            fc.integer({ min: 1, max: 40 }),
            fc.constantFrom('', 'registro OR identica', 'estimi'),
            fc.constantFrom<'public' | 'internal'>('public', 'internal'),
            async (sort, size, q, scope) => {
              const whole = await find(q, { sort, scope });
              const { forward, backward } = await pages({ sort, size, q, scope });
              expect(forward).toEqual(whole);
              expect(backward).toEqual(whole);
            },
          ),
          { numRuns: 25 },
        );
      });

      it('by number agrees with cursors', async () => {
        const first = await ask({ size: 5, sort: 'title' });
        const second = await ask({ size: 5, sort: 'title', at: { page: 2 } });
        expect((await ask({ size: 5, sort: 'title', at: { after: first.next ?? '' } })).hits).toEqual(second.hits);
        expect((await ask({ size: 5, sort: 'title', at: { before: second.prev ?? '' } })).hits).toEqual(first.hits);
        expect(first.prev).toBeNull();
      });

      it('refuses what it did not give', async () => {
        const { next } = await ask({ size: 5, sort: 'title' });
        const refused = (request: Partial<SearchRequest>) => expect(ask(request)).rejects.toThrow(SearchRequestError);
        await refused({ size: 5, sort: 'date', at: { after: next ?? '' } });
        await refused({ size: 5, sort: 'title', q: 'estimi', at: { after: next ?? '' } });
        await refused({ at: { after: 'nonsense' } });
        await refused({ at: { before: '' } });
        await refused({ at: { page: 51 } });
        await refused({ at: { page: 0 } });
        await refused({ size: 101 });
      });
    });

    describe('bad input', () => {
      const deep = (levels: number) => 'denuncia OR -(libro '.repeat(levels) + 'casa' + ')'.repeat(levels);

      it.each([
        ['10,000 letters', 'a'.repeat(10_000)],
        ['10,000 characters of words', 'citta padova '.repeat(770)],
        ['10,000 different words', Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ')],
        ['brackets that only open', '('.repeat(10_000)],
        ['brackets that only close', ')'.repeat(10_000)],
        ['quotation marks alone', '"'.repeat(9_999)],
        ['a quotation mark and a bracket across', '(citta "padova) archivio"'],
        ['a star', '*'],
        ['a short prefix', 'a*'],
        ['stars alone', '** * ***'],
        ['control characters', 'citta\u0000\u0001\u001f\u007f\u009f padova'],
        ['half of a surrogate pair', 'citta \ud800 padova \udc00'],
        ['the syntax of query strings', 'title:citta AND _exists_:body~2 /[a-z/ {a TO b] ^4 \\'],
        ['the syntax of tsquery', "citta & !padova | 'x':*A <-> y"],
        ['JSON', '{"query":{"match_all":{}}}'],
        ['exclusions in one another', deep(20)],
        ['operators alone', 'AND OR NOT AND'],
        ['minus signs', '-'.repeat(500) + 'citta'],
      ])('%s: an answer', async (_, q) => {
        const answer = await ask({ q, facets: true });
        expect(searchAnswerSchema.parse(answer)).toEqual(answer);
      });

      it('200 values of a facet: an answer', async () => {
        const place = ['Padova', ...Array.from({ length: 199 }, (_, i) => `luogo ${i}`)];
        const answer = await ask({ filters: { place }, facets: true });
        expect(answer.hits.map(({ id }) => id)).toEqual(['iEstimoA']);
        expect(answer.facets.place).toContainEqual({
          value: 'luogo 198',
          label: 'luogo 198',
          count: 0,
          estimate: false,
        });
      });

      it.each<[string, Partial<SearchRequest>]>([
        ['an endless facet value', { filters: { subject: ['x'.repeat(50_000)] } }],
        ['an endless id', { within: 'x'.repeat(50_000) }],
        ['a year before all years', { from: -300_000 }],
        ['a year after all years', { to: 300_000 }],
        ['years the wrong way round', { from: 1800, to: 1400 }],
      ])('%s: an answer', async (_, request) => {
        expect((await ask({ ...request, facets: true })).total).toBeGreaterThanOrEqual(0);
      });

      it('any cursor at all: an answer or a refusal', async () => {
        const request = { ...everything, size: 5, sort: 'date' } as const;
        await fc.assert(
          fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.constant(null)), fc.string(), async (key, id) => {
            const after = writeCursor(request, { mode: 'sorted', place: { stretch: 0, key, id } });
            const answered = await ask({ ...request, at: { after } }).then(
              () => true,
              (error: unknown) => error instanceof SearchRequestError,
            );
            expect(answered).toBe(true);
          }),
          { numRuns: 60 },
        );
      });
    });

    it('a cursor changed on its way, or of another search, is refused before the search is made', async () => {
      const { next } = await ask({ size: 5, sort: 'date' });
      const request: SearchRequest = { ...everything, sort: 'date', at: { after: next ?? '' } };
      expect(cursorViolation(request)).toBeNull();
      expect(cursorViolation({ ...request, q: 'estimo' })).toMatchObject({ parameter: 'after' });
      const content: Record<string, unknown> = JSON.parse(Buffer.from(next ?? '', 'base64url').toString());
      const changed = Buffer.from(JSON.stringify({ ...content, k: 'x' })).toString('base64url');
      expect(cursorViolation({ ...request, at: { before: changed } })).toMatchObject({ parameter: 'before' });
    });

    describe('by fonds', () => {
      it('gives each fonds with its count and best hits', async () => {
        const { groups, hits, total } = await ask({ q: 'registro OR denuncia', group: 'fonds' });
        expect(hits).toEqual([]);
        expect(total).toBe(27);
        expect(groups?.map(({ fonds, count }) => [fonds.id, count]).sort()).toEqual([
          ['fArchiv0', 24],
          ['fEstimi0', 3],
        ]);
        expect(groups?.every(({ hits: best }) => best.length === 3)).toBe(true);
      });

      it('pages by fonds, both ways', async () => {
        const request = { group: 'fonds', size: 1, sort: 'title' } as const;
        const first = await ask(request);
        const second = await ask({ ...request, at: { after: first.next ?? '' } });
        expect([first, second].map(({ groups }) => groups?.map(({ fonds }) => fonds.id))).toEqual([
          ['fArchiv0'],
          ['fEstimi0'],
        ]);
        expect(second.next).toBeNull();
        expect((await ask({ ...request, at: { before: second.prev ?? '' } })).groups).toEqual(first.groups);
      });
    });

    describe('changes', () => {
      it('follows what a record became', async () => {
        await engine.change(`UPDATE eli4u.record SET title = 'Rinominata' WHERE id = 'iSame003'`, ['iSame003']);
        expect(await find('rinominata')).toEqual(['iSame003']);
        await engine.change(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = 'iSame003'`, ['iSame003']);
        expect(await find('rinominata')).toEqual([]);
        expect(await find('rinominata', { scope: 'internal' })).toEqual(['iSame003']);
        await engine.change(`UPDATE eli4u.record SET deleted_at = now() WHERE id = 'iSame003'`, ['iSame003']);
        expect(await find('rinominata', { scope: 'internal' })).toEqual([]);
        await engine.change(
          `UPDATE eli4u.record SET title = 'Identica', visibility = 'open', deleted_at = NULL WHERE id = 'iSame003'`,
          ['iSame003'],
        );
        expect(await find('identica')).toHaveLength(3);
      });

      it('a cursor outlives the hit it stood on', async () => {
        const request = { size: 2, sort: 'code', q: 'identica' } as const;
        const first = await ask(request);
        await engine.change(`UPDATE eli4u.record SET deleted_at = now() WHERE id = 'iSame002'`, ['iSame002']);
        const rest = await ask({ ...request, at: { after: first.next ?? '' } });
        await engine.change(`UPDATE eli4u.record SET deleted_at = NULL WHERE id = 'iSame002'`, ['iSame002']);
        expect(rest.hits.map(({ id }) => id)).toEqual(['iSame003']);
      });
    });
  });
}
