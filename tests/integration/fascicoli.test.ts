import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titolarioSchema, type Titolario } from '#lib/fascicoli/titolario.ts';
import { readRepertorioQuery, repertorioAddress } from '#lib/http/repertorio-parameters.ts';
import { createFascicoli, type Fascicoli, type OpenRequest } from '#lib/store/fascicoli/fascicoli.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { createTitolari, titolariOf } from '#lib/store/titolari.ts';
import { aRequest, filed, officer, openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

let desk: TestDesk;
let at: Date;
let fascicoli: Fascicoli;
beforeAll(async () => {
  desk = await openTestDesk('2026-03-02');
  at = desk.now();
  fascicoli = createFascicoli({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: () => at });
});
afterAll(() => desk.end());

const by = { kind: 'officer', id: 'paolo' } as const;
const request = (change: Partial<OpenRequest> = {}): OpenRequest => ({
  kind: 'affare',
  voice: { title: 'VI', class: 5 },
  title: 'Rifacimento della copertura del mercato',
  object: 'Rifacimento della copertura del mercato di piazza delle Erbe',
  unit: 'urbanistica',
  keywords: ['mercato'],
  activity: null,
  ...change,
});
const opened = async (change: Partial<OpenRequest> = {}, of = fascicoli) => {
  const result = await of.open(request(change), by);
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result;
};
const codes = (result: { kind: string }) =>
  'reasons' in result ? (result.reasons as { code: string }[]).map(({ code }) => code) : result.kind;
/** Closed without the plan's saying for how long it is kept. */
const later = { postpone: 'lo decide l’archivista' };
const pdf = { bytes: Buffer.from('%PDF-1.4 nota'), format: 'pdf', fileName: 'nota.pdf' };

describe('opening', () => {
  it('numbers fifty that come at once without gap or double', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => opened({ voice: { title: 'IX', class: 2 } })));
    expect(all.map(({ code }) => Number(code.replace('2026-IX/2.', ''))).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
  });

  it('lets one number out again when the opening fails', async () => {
    const before = await opened({ voice: { title: 'I', class: 5 } });
    expect(codes(await fascicoli.open(request({ voice: { title: 'I', class: 5 }, unit: 'nessuno' }), by))).toEqual([
      'unknownUnit',
    ]);
    await expect(fascicoli.open(request({ voice: { title: 'I', class: 5 }, title: 'a\0b' }), by)).rejects.toThrow(
      /0x00/,
    );
    const after = await opened({ voice: { title: 'I', class: 5 } });
    expect([before.code, after.code]).toEqual(['2026-I/5.1', '2026-I/5.2']);
  });

  it('lies in the series of its class and kind, hidden, and is in the repertorio', async () => {
    const { id, code } = await opened();
    const { rows } = await desk.pool.query(
      `SELECT r.visibility, r.phase, r.level, r.depth, s.title AS series, f.level AS fonds
         FROM eli4u.record r JOIN eli4u.record s ON s.id = r.parent_id JOIN eli4u.record f ON f.id = s.parent_id WHERE r.id = $1`,
      [id],
    );
    expect(rows[0]).toMatchObject({ visibility: 'hidden', phase: 'current', level: 'file', depth: 2, fonds: 'fonds' });
    expect(rows[0].series).toBe('Titolo VI, classe 5: fascicoli per affare');
    const view = await fascicoli.find(id);
    expect(view).toMatchObject({
      code,
      titolario: '2005',
      kind: 'affare',
      units: [{ unit: 'urbanistica', from: '2026-03-02', to: null }],
    });
    const found = await fascicoli.list({ words: 'erbe copertura', voice: { title: 'VI', class: 5 } });
    expect(found.items.map((line) => line.id)).toContain(id);
    expect((await fascicoli.list({ words: 'erbe nessuna' })).items).toEqual([]);
  });

  it('opens one fascicolo of an activity a year, whoever comes first', async () => {
    const activity = {
      kind: 'attivita',
      activity: 'Revisione delle liste',
      voice: { title: 'XII', class: 2 },
    } as const;
    const both = await Promise.all([1, 2, 3].map(() => fascicoli.open(request(activity), by)));
    expect(both.map(codes).filter((code) => code === 'opened')).toHaveLength(1);
    expect(both.map(codes)).toContainEqual(['activityThere']);
    expect(codes(await fascicoli.open(request({ kind: 'attivita' }), by))).toEqual(['activityWanted']);
  });

  it('divides files of persons, and no others', async () => {
    const person = { kind: 'personaFisica', voice: { title: 'III', class: 2 }, unit: 'direzione-generale' } as const;
    const whole = await opened(person);
    const parts = await Promise.all([1, 2, 3].map(() => opened({ ...person, subOf: whole.id })));
    expect(parts.map(({ code }) => code).toSorted()).toEqual([1, 2, 3].map((n) => `${whole.code}.${n}`));
    expect(codes(await fascicoli.open(request({ ...person, subOf: parts[0]?.id }), by))).toEqual(['notDivided']);
    const affair = await opened();
    expect(codes(await fascicoli.open(request({ subOf: affair.id }), by))).toEqual(['notDivided']);
    expect(codes(await fascicoli.close(whole.id, later, by))).toEqual(['openParts']);
    for (const { id } of parts) expect(codes(await fascicoli.close(id, later, by))).toBe('done');
    expect(codes(await fascicoli.close(whole.id, later, by))).toBe('done');
    const { rows } = await desk.pool.query('SELECT depth, level FROM eli4u.record WHERE id = $1', [parts[0]?.id]);
    expect(rows[0]).toEqual({ depth: 3, level: 'file' });
  });
});

describe('the last night of the year', () => {
  it('numbers by the day it is in Italy, and lets nobody wait into the wrong year', async () => {
    const voice = { title: 'X', class: 1 };
    const night = (instant: string) =>
      createFascicoli({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: () => new Date(instant) });
    const before = night('2026-12-31T22:59:59Z');
    const after = night('2026-12-31T23:00:00Z');
    const all = await Promise.all(Array.from({ length: 10 }, (_, i) => opened({ voice }, i % 2 ? before : after)));
    const ofYear = (year: number) =>
      all
        .map(({ code }) => code)
        .filter((code) => code.startsWith(`${year}-`))
        .toSorted();
    expect(ofYear(2026)).toEqual([1, 2, 3, 4, 5].map((n) => `2026-X/1.${n}`));
    expect(ofYear(2027)).toEqual([1, 2, 3, 4, 5].map((n) => `2027-X/1.${n}`));
    const years = await desk.pool.query(
      `SELECT count(*)::integer AS n FROM eli4u.fascicolo WHERE year <> extract(year FROM opened_on)`,
    );
    expect(years.rows[0]).toEqual({ n: 0 });
  });
});

describe('filling, handing over, classifying anew', () => {
  it('registers what comes and goes, and takes nothing once closed', async () => {
    const { id } = await opened();
    const incoming = await fascicoli.fill(
      id,
      { ...pdf, title: 'Nota', flow: 'in', correspondent: 'Soprintendenza' },
      by,
    );
    expect(incoming).toMatchObject({ kind: 'added', registration: { register: 'protocollo-generale', year: 2026 } });
    expect(
      await fascicoli.fill(id, { ...pdf, title: 'Appunto', flow: 'internal', correspondent: null }, by),
    ).toMatchObject({ registration: null });
    const index = await fascicoli.listDocuments(id, { limit: 1 });
    expect(index.items.map(({ title }) => title)).toEqual(['Nota']);
    expect(index.items[0]?.addedAt).toEqual(at);
    expect((await fascicoli.find(id))?.events.map((event) => event.at)).toEqual([at, at, at]);
    const rest = await fascicoli.listDocuments(id, { after: index.next ?? 0 });
    expect(rest).toMatchObject({ items: [{ title: 'Appunto' }], next: null });
    expect(index.items[0]).toMatchObject({ bytes: pdf.bytes.length });
    expect(codes(await fascicoli.close(id, later, by))).toBe('done');
    expect(
      codes(await fascicoli.fill(id, { ...pdf, title: 'Tardi', flow: 'internal', correspondent: null }, by)),
    ).toEqual(['closed']);
    expect((await fascicoli.find(id))?.closedOn).toBe('2026-03-02');
    await desk.pool.query('UPDATE eli4u.record SET closed_on = NULL WHERE id = $1', [id]);
    expect((await fascicoli.find(id))?.closedOn).toBeNull();
  });

  it('keeps who was responsible from when to when', async () => {
    const { id } = await opened();
    at = new Date(at.getTime() + 40 * 86_400_000);
    expect(codes(await fascicoli.changeUnit(id, 'mobilita', by))).toBe('done');
    const view = await fascicoli.find(id);
    expect(view?.unit).toBe('mobilita');
    expect(view?.units).toMatchObject([
      { unit: 'mobilita', from: '2026-04-11', to: null },
      { unit: 'urbanistica', from: '2026-03-02', to: '2026-04-11' },
    ]);
    at = desk.now();
  });

  it('gives another number in the other class and keeps id and former code', async () => {
    const { id, code } = await opened();
    const result = await fascicoli.reclassify(id, { title: 'VI', class: 4 }, 'È edilizia pubblica', by);
    expect(result).toEqual({ kind: 'done', code: '2026-VI/4.1' });
    expect(await fascicoli.find(id)).toMatchObject({
      code: '2026-VI/4.1',
      formerCodes: [code],
      series: { title: expect.stringContaining('classe 4') },
    });
    expect((await fascicoli.list({ words: code })).items.map((line) => line.id)).toContain(id);
    expect((await opened()).code).not.toBe(code);
    expect(codes(await fascicoli.reclassify(id, { title: 'VI', class: 77 }, 'x', by))).toEqual(['classNotInForce']);
  });

  it('leaves procedures to their case', async () => {
    const receipt = await filed(desk.store);
    const view = await fascicoli.find(receipt.id);
    expect(view).toMatchObject({ kind: 'procedimento', titolario: '2005', documents: 1 });
    expect(view?.code).toMatch(/^2026-I\/13\.\d+$/);
    expect(view?.units).toHaveLength(1);
    expect(codes(await fascicoli.close(receipt.id, later, by))).toEqual(['ledByProcedure']);
    expect(
      codes(await fascicoli.fill(receipt.id, { ...pdf, title: 'x', flow: 'in', correspondent: null }, by)),
    ).toEqual(['ledByProcedure']);
  });

  it('cannot rewrite what happened', async () => {
    await expect(desk.pool.query(`UPDATE eli4u.fascicolo_event SET actor = 'altri'`)).rejects.toThrow(
      /permission denied|append-only/,
    );
    await expect(desk.owner.query(`DELETE FROM eli4u.fascicolo_event`)).rejects.toThrow(/append-only/);
  });
});

describe('the titolario changes while files are open', () => {
  const national = createTitolari('schemas/titolario').on('2026-01-01');
  const next: Titolario = titolarioSchema.parse({
    ...national,
    version: '2026b',
    validFrom: '2026-07-01',
    titles: national.titles.map((title) =>
      title.number === 'I'
        ? {
            ...title,
            classes: [...title.classes.filter(({ number }) => number !== 13), { number: 18, name: 'Patrocini' }],
          }
        : title,
    ),
    replaces: { version: '2005', classes: [{ from: { title: 'I', class: 13 }, to: { title: 'I', class: 18 } }] },
  });

  it('open files keep their version; new ones go where the new one says, in a series of its own', async () => {
    const titolari = titolariOf(() => ({ versions: [national, next], plans: [] }));
    const types = { ...desk.types, titolari: () => titolari };
    const later = new Date('2026-07-01T08:00:00Z');
    const parts = { pool: desk.pool, dataDir: desk.dataDir, types, now: () => later };
    const open = await opened({ voice: { title: 'I', class: 13 } });
    const person = await opened({ kind: 'personaFisica', voice: { title: 'I', class: 13 } });
    const store = createProcedureStore(parts);
    const after = createFascicoli(parts);
    expect(codes(await after.open(request({ voice: { title: 'I', class: 13 } }), by))).toEqual(['classNotInForce']);
    const receipt = await store.fileProcedure(aRequest({ externalReferences: [] }), officer);
    if (receipt.kind !== 'filed') throw new Error(JSON.stringify(receipt));
    expect(await after.find(receipt.receipt.id)).toMatchObject({
      titolario: '2026b',
      title: 'I',
      class: 18,
      code: '2026-I/18.1',
    });
    expect(await after.find(open.id)).toMatchObject({ titolario: '2005', class: 13, closedOn: null });
    expect(codes(await after.fill(open.id, { ...pdf, title: 'Nota', flow: 'in', correspondent: null }, by))).toBe(
      'added',
    );
    // What divides an open file is of its class too, though nothing new is opened there.
    const part = await after.open(
      request({ kind: 'personaFisica', voice: { title: 'I', class: 13 }, subOf: person.id }),
      by,
    );
    expect(await after.find('id' in part ? part.id : '')).toMatchObject({
      titolario: '2005',
      code: `${person.code}.1`,
    });
    // No plan of either version is there: what cannot be told is refused, and nothing is closed.
    expect(codes(await after.close(open.id, {}, by))).toEqual(['retentionUnknown']);
    expect(await after.find(open.id)).toMatchObject({ closedOn: null });
    const [old, renewed] = [await fascicoli.open(request(), by), await after.open(request(), by)];
    if (old.kind !== 'opened' || renewed.kind !== 'opened') throw new Error('not opened');
    // One run of numbers for a class and year, whichever version it is of; another series.
    expect(Number(renewed.code.split('.')[1])).toBe(Number(old.code.split('.')[1]) + 1);
    expect((await after.find(renewed.id))?.series.id).not.toBe((await after.find(old.id))?.series.id);
    const moved = await after.reclassify(open.id, { title: 'I', class: 18 }, 'Titolario nuovo', by);
    expect(moved).toEqual({ kind: 'done', code: '2026-I/18.2' });
  });
});

describe('repertori', () => {
  it('number documents without gaps, with the fascicolo they belong to', async () => {
    const given = { code: 'determine', title: 'Determinazioni dei dirigenti', voice: { title: 'II', class: 10 } };
    expect(codes(await fascicoli.openRepertorio(given, by))).toBe('opened');
    expect(codes(await fascicoli.openRepertorio(given, by))).toEqual(['codeTaken']);
    const affair = await opened();
    const one = {
      repertorio: 'determine',
      title: 'Determina',
      object: 'Determina a contrarre',
      unit: 'urbanistica',
      file: pdf,
      fascicolo: affair.code,
    };
    const all = await Promise.all(Array.from({ length: 12 }, () => fascicoli.numberDocument(one, by)));
    expect(all.map((result) => ('number' in result ? result.number : 0)).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(codes(await fascicoli.numberDocument({ ...one, fascicolo: '2026-VI/5.9999' }, by))).toEqual([
      'unknownFascicolo',
    ]);
    const page = await fascicoli.listEntries('determine', { limit: 5 });
    expect(page.items.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8]);
    expect(page.items[0]?.fascicolo?.id).toBe(affair.id);
    const more = await fascicoli.listEntries('determine', { limit: 50, ...(page.next ? { before: page.next } : {}) });
    expect(more.items.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    const [latest] = page.items;
    const act = await fascicoli.findEntry('determine', latest?.record ?? '');
    expect(act).toMatchObject({ ...latest, destroyedOn: null, scan: null });
    expect(await act?.present()).toBe(latest?.bytes);
    for (const [code, record] of [
      ['altro', latest?.record ?? ''],
      ['determine', affair.id],
      ['a\0', 'b'],
    ] as const)
      expect(await fascicoli.findEntry(code, record)).toBeNull();
    expect(await fascicoli.listRepertori()).toMatchObject([{ code: 'determine', documents: 12 }]);
  });

  it('are shown by year, with how many acts each has', async () => {
    const given = { code: 'decreti', title: 'Decreti', voice: { title: 'II', class: 10 } };
    await fascicoli.openRepertorio(given, by);
    const one = {
      repertorio: 'decreti',
      title: 'Decreto',
      object: 'Nomina',
      unit: 'urbanistica',
      file: pdf,
      fascicolo: null,
    };
    const before = at;
    expect(await fascicoli.listYears('decreti')).toEqual([]);
    for (const [day, acts] of [
      ['2026-12-30', 3],
      ['2027-01-04', 2],
    ] as const) {
      at = new Date(`${day}T10:00:00Z`);
      for (let n = 0; n < acts; n++) expect(await fascicoli.numberDocument(one, by)).toMatchObject({ number: n + 1 });
    }
    at = before;
    const years = await fascicoli.listYears('decreti');
    expect(years).toEqual([
      { year: 2027, documents: 2 },
      { year: 2026, documents: 3 },
    ]);
    for (const { year, documents } of years) {
      const seen: number[] = [];
      for (let query: string | null = repertorioAddress('decreti', { year }); query !== null;) {
        const asked = readRepertorioQuery(Object.fromEntries(new URL(query, 'http://site').searchParams));
        const { items, next } = await fascicoli.listEntries('decreti', { ...asked, limit: 2 });
        expect(items.every((entry) => entry.year === year)).toBe(true);
        seen.push(...items.map(({ number }) => number));
        query = next && repertorioAddress('decreti', { ...asked, before: next });
      }
      expect(seen).toEqual(Array.from({ length: documents }, (_, n) => documents - n));
    }
    expect((await fascicoli.listEntries('decreti', { year: 2025 })).items).toEqual([]);
    expect(await fascicoli.listYears('a\0')).toEqual([]);
  });
});

describe('the repertorio dei fascicoli', () => {
  it('pages through everything once, whatever is asked', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await fascicoli.list({ kind: 'affare', limit: 7, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await fascicoli.count({ kind: 'affare' }));
    expect((await fascicoli.list({ after: 'niente' })).items.length).toBeGreaterThan(0);
    expect(await fascicoli.count({ year: 2027 })).toBe(5);
    expect((await fascicoli.countByVoice('2005')).get('IX/2')).toBe(50);
  });
});
