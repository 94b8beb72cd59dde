import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mostSuggestions, suggestionSchema, type Scope, type SearchRequest } from '#lib/search/search.ts';
import type { MissingEngine, SearchEngine } from './describe-search.ts';

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
  size: 20,
  facets: false,
  lang: 'it',
};

/** What every engine suggests (lib/search/search.ts), over the holdings of holdings.ts. */
export function describeSuggest(name: string, makeEngine: () => Promise<SearchEngine | MissingEngine>): void {
  describe(`suggestions on ${name}`, () => {
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

    const suggest = (q: string, scope: Scope = 'public') => engine.search.suggest({ scope, q, lang: 'it' });
    const labels = async (q: string, scope: Scope = 'public') => (await suggest(q, scope)).map(({ label }) => label);
    const meant = async (q: string, more: Partial<SearchRequest> = {}) =>
      (await engine.search.query({ ...everything, ...more, q })).didYouMean;

    describe('while typing', () => {
      it.each([
        ['a title', 'denuncia di b', 'title', 'Denuncia di Bartolomeo', 'iEstimoC'],
        ['a title, folded', 'ARCHIVIÒ DELLA CITTA', 'title', 'Archivio della Città di Padova', 'fArchiv0'],
        ['an agent', 'magistratura dell', 'agent', "Magistratura dell'Estimo", 'agEstim0'],
        ['a place', 'monse', 'place', 'Monselice', null],
        ['a subject, folded', 'fiscalita', 'subject', 'Fiscalità', null],
        ['a code', 'es/1.', 'code', 'ES/1.1', 'iEstimoA'],
        ['a code typed loosely', 'ac / l', 'code', 'AC/L', 'sLettere'],
      ])('gives %s', async (_, q, kind, label, id) => {
        expect(await suggest(q)).toContainEqual(expect.objectContaining({ kind, label, id }));
      });

      it('puts a fonds before the units that begin alike, and says where a unit stands', async () => {
        const found = await suggest('estim');
        expect(found[0]).toEqual({ kind: 'title', label: 'Estimi', id: 'fEstimi0', type: 'fonds', note: null });
        expect(found).toContainEqual({
          kind: 'title',
          label: 'Estimo del 1418',
          id: 'sEstimo1',
          type: 'series',
          note: 'Estimi',
        });
      });

      it('says once what several records bear, to be searched for', async () => {
        const found = (await suggest('identic')).filter(({ kind }) => kind === 'title');
        expect(found).toEqual([{ kind: 'title', label: 'Identica', id: null, type: null, note: null }]);
      });

      it('takes a number as one being typed', async () => {
        expect(await labels('L/1')).toEqual(['L/1', ...Array.from({ length: 7 }, (_, i) => `L/${10 + i}`)]);
        expect(await labels('L/24')).toEqual(['L/24']);
      });

      it('gives none for less than two letters, nor for what nothing begins with', async () => {
        for (const q of ['', ' ', 'e', '""', '--', 'zzyzx', 'stimi'])
          expect({ q, found: await suggest(q) }).toEqual({ q, found: [] });
      });

      it('gives each thing of a record that begins so', async () => {
        const points = ['Rovigo, ponte', 'Rovigo', 'Rovigo (contado)'].map((label) => ({ kind: 'place', label }));
        await engine.change(
          `UPDATE eli4u.record SET description = description || '{"accessPoints": ${JSON.stringify(points)}}' WHERE id = 'iEstimoC'`,
          ['iEstimoC'],
        );
        expect((await labels('rovigo')).sort()).toEqual(['Rovigo', 'Rovigo (contado)', 'Rovigo, ponte']);
        expect(await labels('rovigo, p')).toEqual(['Rovigo, ponte']);
        await engine.change(
          `UPDATE eli4u.record SET description = description || '{"accessPoints": []}' WHERE id = 'iEstimoC'`,
          ['iEstimoC'],
        );
        expect(await labels('rovigo')).toEqual([]);
      });

      it('gives a record that says more inside once there', async () => {
        const [found, ...others] = await suggest('carteggio', 'internal');
        expect(found).toMatchObject({ kind: 'title', label: 'Carteggio a due facce', id: 'iTwoFace', note: 'Estimi' });
        expect(others).toEqual([]);
        expect(await suggest('c 1', 'internal')).toEqual([
          { kind: 'code', label: 'C 1', id: 'iTwoFace', type: 'file', note: 'Carteggio a due facce' },
        ]);
      });

      it('gives few, whole, each leading elsewhere, for any text at all', async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.oneof(
              fc.string({ unit: 'binary', maxLength: 300 }),
              fc.stringMatching(/^[a-elr](\w|[ ./%_\\'"]){0,8}$/),
            ),
            async (q) => {
              const found = await suggest(q);
              expect(found.length).toBeLessThanOrEqual(mostSuggestions);
              for (const one of found) expect(suggestionSchema.parse(one)).toEqual(one);
              expect(new Set(found.map(({ kind, id, label }) => id ?? `${kind}:${label}`)).size).toBe(found.length);
            },
          ),
          { numRuns: 150 },
        );
      });
    });

    describe('bad input', () => {
      it.each([
        ['10,000 letters', 'e'.repeat(10_000)],
        ['10,000 characters of words', 'estimi padvoa '.repeat(720)],
        ['10,000 different words', Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ')],
        ['a number without end', '1'.repeat(10_000)],
        ['control characters', 'es\u0000ti\u0001\u001e\u001fmi\u007f\u009f'],
        ['halves of surrogate pairs', 'estimi \ud800 padvoa\udc00 \udc00\ud800'],
        ['a pair cut in two by the length', `${'e'.repeat(199)}\u{10400}`],
        ['wildcards', 'est*mi ?sti* e%t_mi *** .*'],
        ['quotation marks', '"estimi \'padvoa “” «'],
        ['marks of the index', 'estimi\tfEstimi0 @place:padova ^fEstimi0'],
        ['JSON', '{"prefix":"es","completion":{"field":"code"}}'],
      ])('%s: an answer', async (_, q) => {
        for (const scope of ['public', 'internal'] as const) {
          const found = await suggest(q, scope);
          expect(found.length).toBeLessThanOrEqual(mostSuggestions);
          for (const one of found) expect(suggestionSchema.parse(one)).toEqual(one);
          expect(await meant(q, { scope })).not.toBe(q);
        }
      });
    });

    describe('in public', () => {
      it.each([
        ['a hidden title', 'fascicolo corr', 'Fascicolo corrente invisibile'],
        ['a subject flagged internal', 'furt', 'Furto'],
        ['an agent whose only tie is internal', 'zaccaria', 'Zaccaria Segretissimo'],
      ])('never gives %s', async (_, q, label) => {
        expect(await labels(q)).not.toContain(label);
        expect(await labels(q, 'internal')).toContain(label);
      });

      it('never gives what was deleted', async () => {
        expect(await labels('fascicolo canc')).toEqual([]);
        expect(await labels('fascicolo canc', 'internal')).toEqual([]);
      });

      it('gives nothing of a record from the moment that it is hidden', async () => {
        const before = [await labels('denuncia di antonio'), await labels('monselice'), await labels('a/10')];
        expect(before).toEqual([['Denuncia di Antonio da Monselice'], ['Monselice'], ['A/10']]);
        await engine.change(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = 'iEstimoB'`, ['iEstimoB']);
        for (const q of ['denuncia di antonio', 'monselice', 'case', 'a/10'])
          expect({ q, found: await labels(q) }).toEqual({ q, found: [] });
        expect(await labels('monselice', 'internal')).toEqual(['Monselice']);
        await engine.change(`UPDATE eli4u.record SET visibility = 'open' WHERE id = 'iEstimoB'`, ['iEstimoB']);
        expect(await labels('monselice')).toEqual(['Monselice']);
      });

      it('names no hidden fonds above a unit', async () => {
        await engine.change(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = 'fEstimi0'`, [
          'fEstimi0',
          'iEstimoC',
        ]);
        expect(await suggest('denuncia di b')).toEqual([expect.objectContaining({ id: 'iEstimoC', note: null })]);
        expect(await labels('magistratura')).toEqual([]);
        await engine.change(`UPDATE eli4u.record SET visibility = 'open' WHERE id = 'fEstimi0'`, [
          'fEstimi0',
          'iEstimoC',
        ]);
      });

      it('never gives who is only party to a procedure', async () => {
        const tie = (role: string) =>
          `UPDATE eli4u.record_agent SET role = '${role}' WHERE record_id = 'fArchiv0' AND agent_id = 'agComun0'`;
        await engine.change(tie('party'), ['fArchiv0']);
        expect(await labels('comune di')).toEqual([]);
        expect(await labels('comune di', 'internal')).toEqual(['Comune di Padova']);
        await engine.change(tie('creator'), ['fArchiv0']);
        expect(await labels('comune di')).toEqual(['Comune di Padova']);
      });
    });

    describe('for a search with few hits', () => {
      it.each([
        ['two letters exchanged', 'bartoloemo', 'bartolomeo'],
        ['a letter too few', 'monslice', 'monselice'],
        ['a letter too many', 'regisstro', 'registro'],
        ['another letter', 'denuncia antonyo', 'denuncia antonio'],
        ['accents come with the word', 'cittaa', 'città'],
        ['a capital stays', 'Bartoloemo', 'Bartolomeo'],
        ['a word too common to be searched stays', 'contro bartoloemo', 'contro bartolomeo'],
        ['what was right stays as it was typed', 'DENUNCIA "di bartoloemo"', 'DENUNCIA "di bartolomeo"'],
      ])('mends %s', async (_, q, better) => {
        expect(await meant(q)).toBe(better);
      });

      it('says nothing where hits are found, or where nothing is near', async () => {
        for (const q of ['denuncia', 'registro', 'zzyzxq', 'bartoloemo estimo zzyzxq', 'L/24', 'bartol*', ''])
          expect({ q, better: await meant(q) }).toEqual({ q, better: undefined });
      });

      it('proposes only what gives more under the same filters', async () => {
        expect(await meant('bartoloemo', { from: 1700, to: 1750 })).toBeUndefined();
        expect(await meant('bartoloemo', { from: 1419, to: 1419 })).toBe('bartolomeo');
      });

      it('forgets the words of a record with the record', async () => {
        const title = (to: string) => `UPDATE eli4u.record SET title = '${to}' WHERE id = 'iSame003'`;
        await engine.change(title('Peregrina'), ['iSame003']);
        expect(await meant('perergina')).toBe('peregrina');
        await engine.change(`UPDATE eli4u.record SET visibility = 'hidden' WHERE id = 'iSame003'`, ['iSame003']);
        expect(await meant('perergina')).toBeUndefined();
        await engine.change(title('Identica'), ['iSame003']);
        await engine.change(`UPDATE eli4u.record SET visibility = 'open' WHERE id = 'iSame003'`, ['iSame003']);
        expect(await meant('perergina', { scope: 'internal' })).toBeUndefined();
      });

      it('never proposes a word of a hidden record or an internal note in public', async () => {
        for (const [q, better] of [
          ['invisibbile', 'invisibile'],
          ['sanzionne', 'sanzione'],
          ['restauratorre', 'restauratore'],
        ] as const) {
          expect({ q, better: await meant(q) }).toEqual({ q, better: undefined });
          expect(await meant(q, { scope: 'internal' })).toBe(better);
        }
      });
    });
  });
}
