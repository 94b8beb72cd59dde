import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClosingRequest } from '#lib/fascicoli/keeping-at-closing.ts';
import type { HandKind } from '#lib/fascicoli/kind.ts';
import { createFascicoli, type Fascicoli } from '#lib/store/fascicoli/fascicoli.ts';
import { findRetention } from '#lib/store/keeping/list-keeping.ts';
import { countUndecided, listUndecided } from '#lib/store/keeping/list-undecided.ts';
import { setRetention, setRetentionFact } from '#lib/store/keeping/set-retention.ts';
import { archivist } from '#tests/builders/kept-files.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';

const today = '2026-03-02';
const by = { kind: 'officer', id: 'paolo' } as const;
let desk: TestDesk;
let fascicoli: Fascicoli;
beforeAll(async () => {
  desk = await openTestDesk(today);
  fascicoli = createFascicoli({ pool: desk.pool, dataDir: desk.dataDir, types: desk.types, now: desk.now });
});
afterAll(() => desk.end());

async function opened(code: `${string}/${number}`, kind: HandKind = 'affare', subOf?: string): Promise<string> {
  const [title = '', number] = code.split('/');
  const result = await fascicoli.open(
    {
      kind,
      voice: { title, class: Number(number) },
      title: 'Titolo',
      object: 'Oggetto',
      unit: 'urbanistica',
      keywords: [],
      activity: kind === 'attivita' ? `Attività ${Math.random()}` : null,
      subOf,
    },
    by,
  );
  if (result.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result.id;
}
const close = async (id: string, request: ClosingRequest) => {
  const result = await fascicoli.close(id, request, by);
  return result.kind === 'refused' ? result.reasons.map(({ code }) => code) : result.kind;
};

const certificates = 'Certificati di destinazione urbanistica';
const outcomes: [
  says: string,
  code: `${string}/${number}`,
  kind: HandKind,
  request: ClosingRequest,
  kept: Record<string, unknown>,
][] = [
  ['for ever, by the only line of the class', 'V/1', 'affare', {}, { disposition: 'keep', on: null, how: 'computed' }],
  [
    'ten years from the end of the relation',
    'IV/13',
    'personaGiuridica',
    { startsOn: '2026-03-02' },
    { disposition: 'destroy', from: '2026-03-02', on: '2036-03-02', how: 'computed' },
  ],
  [
    'by the line that was chosen among several',
    'VI/1',
    'affare',
    { line: certificates, startsOn: '2026-12-31' },
    { disposition: 'destroy', on: '2027-12-31', how: 'computed' },
  ],
  [
    'later, where the plan is silent on an activity',
    'VI/5',
    'attivita',
    { postpone: 'lo decide la commissione' },
    { disposition: null, on: null, how: 'postponed', reason: 'lo decide la commissione' },
  ],
  [
    'later, where the day is not known yet: the rule stays',
    'IV/14',
    'affare',
    { postpone: 'il permesso dura' },
    { disposition: null, how: 'postponed', rule: { trigger: 'decisionExpiry' } },
  ],
  [
    'later, of a natural person whose class has an undecided line',
    'XI/1',
    'personaFisica',
    { line: 'Registri di stato civile', postpone: 'il piano non è verificato' },
    { disposition: null, how: 'postponed', rule: { disposition: 'unknown' } },
  ],
];

describe('closing a fascicolo without a procedure', () => {
  it.each(outcomes)('keeps it %s', async (_says, code, kind, request, kept) => {
    const id = await opened(code, kind);
    expect(await close(id, request)).toBe('done');
    expect(await findRetention(desk.pool, id)).toMatchObject(kept);
  });

  it.each([
    ['several lines and none named', 'VI/1', {}, 'lineWanted'],
    ['a plan that is silent', 'VI/5', {}, 'lineWanted'],
    ['a line of another class', 'VI/5', { line: certificates }, 'unknownLine'],
    ['a day that nobody knows', 'IV/13', {}, 'retentionUnknown'],
    ['a line that decides nothing', 'XI/1', { line: 'Registri di stato civile' }, 'retentionUnknown'],
    ['a single line that decides nothing', 'XI/1', {}, 'lineWanted'],
    ['none of the lines of a class that has one', 'V/1', { line: null }, 'lineWanted'],
    ['years that would run from before it was opened', 'IV/13', { startsOn: '2025-01-01' }, 'startsTooEarly'],
  ] as const)('is refused with %s, and stays open', async (_says, code, request, reason) => {
    const id = await opened(code);
    expect(await close(id, request)).toEqual([reason]);
    expect((await fascicoli.find(id))?.closedOn).toBeNull();
    expect(await findRetention(desk.pool, id)).toBeNull();
  });

  it('goes by the plan of the titolario under which it was opened', async () => {
    const id = await opened('V/1');
    await desk.owner.query(`UPDATE eli4u.fascicolo SET titolario = '1897' WHERE record_id = $1`, [id]);
    expect(await close(id, {})).toEqual(['retentionUnknown']);
  });

  it('reckons anew when the day is mended, for it was kept as a fact', async () => {
    const id = await opened('IV/13');
    await close(id, { startsOn: '2026-03-02' });
    await setRetentionFact(desk.pool, id, { fact: 'relationEnd', on: '2027-01-01' }, archivist(today));
    expect(await findRetention(desk.pool, id)).toMatchObject({ disposition: 'destroy', on: '2037-01-01' });
  });

  it('says nothing of a sottofascicolo, which is kept with its fascicolo', async () => {
    const whole = await opened('IV/13', 'personaGiuridica');
    const part = await opened('IV/13', 'personaGiuridica', whole);
    expect(await close(part, {})).toBe('done');
    expect(await findRetention(desk.pool, part)).toBeNull();
  });
});

describe('reopening', () => {
  it('nulls what was reckoned, takes it out of the deposit, and reckons anew at the next closing', async () => {
    const id = await opened('V/1');
    await close(id, {});
    await desk.owner.query(`UPDATE eli4u.record SET phase = 'deposit' WHERE id = $1`, [id]);
    expect(await fascicoli.reopen(id, ' ', by)).toMatchObject({ kind: 'refused' });
    expect(await fascicoli.reopen(id, 'appello proposto', by)).toMatchObject({ kind: 'done' });
    const view = await fascicoli.find(id);
    expect(view).toMatchObject({ closedOn: null, disposition: null, dispositionOn: null });
    expect(view?.events[0]).toMatchObject({ kind: 'reopened', details: { why: 'appello proposto' } });
    const { rows } = await desk.pool.query('SELECT phase, date_end FROM eli4u.record WHERE id = $1', [id]);
    expect(rows).toEqual([{ phase: 'current', date_end: null }]);
    expect(await findRetention(desk.pool, id)).toBeNull();
    expect(await close(id, {})).toBe('done');
    expect(await findRetention(desk.pool, id)).toMatchObject({ disposition: 'keep' });
  });

  it('is refused of what is open, historical, or part of what is closed', async () => {
    const reasonsOf = async (id: string) => {
      const result = await fascicoli.reopen(id, 'perché sì', by);
      return result.kind === 'refused' ? result.reasons.map(({ code }) => code) : result.kind;
    };
    const open = await opened('V/1');
    expect(await reasonsOf(open)).toEqual(['open']);
    await close(open, {});
    await desk.owner.query(`UPDATE eli4u.record SET phase = 'historical' WHERE id = $1`, [open]);
    expect(await reasonsOf(open)).toEqual(['inHistoricalSection']);
    const whole = await opened('IV/13', 'personaGiuridica');
    const part = await opened('IV/13', 'personaGiuridica', whole);
    await close(part, {});
    await close(whole, { startsOn: today });
    expect(await reasonsOf(part)).toEqual(['wholeClosed']);
    expect(await reasonsOf(whole)).toBe('done');
    expect(await reasonsOf(part)).toBe('done');
    expect(await reasonsOf('nessuno')).toBe('unknown');
  });
});

describe('what waits', () => {
  it('lists what is closed without a day, by what it waits for, until somebody says it', async () => {
    const waiting = await opened('IV/13');
    const silent = await opened('VI/5');
    const whole = await opened('IV/13', 'personaGiuridica');
    const part = await opened('IV/13', 'personaGiuridica', whole);
    await close(waiting, { postpone: 'la concessione dura' });
    await close(silent, { postpone: 'da valutare' });
    await close(part, {});
    const listed = async (kind: 'fact' | 'selection' | null) =>
      (await listUndecided(desk.pool, kind)).items.map(({ record }) => record);
    expect(await listed(null)).toEqual(expect.arrayContaining([waiting, silent]));
    expect(await listed(null)).not.toContain(part);
    expect(await listed('fact')).toContain(waiting);
    expect(await listed('fact')).not.toContain(silent);
    expect(await listed('selection')).toContain(silent);
    const before = await countUndecided(desk.pool);
    const keeper = archivist(today);
    const say = (record: string, on: string) =>
      setRetentionFact(desk.pool, record, { fact: 'relationEnd', on }, keeper);
    expect(await say(waiting, '2025-12-31')).toBe('tooEarly');
    expect(await say(whole, today)).toBe('notKept');
    expect(await say(part, today)).toBe('notKept');
    expect(await say(waiting, '2026-06-30')).toBe('done');
    const select = (record: string, on: string) =>
      setRetention(desk.pool, record, { disposition: 'destroy', on }, 'senza valore', keeper);
    expect(await select(silent, '2026-03-01')).toBe('tooEarly');
    expect(await select(part, '2030-01-01')).toBe('notKept');
    expect(await select(silent, '2030-01-01')).toBe('done');
    expect(await countUndecided(desk.pool)).toBe(before - 2);
    const main = { fact: 'mainCaseClosed' as const, main: '2026-VI/5.9999' };
    expect(await setRetentionFact(desk.pool, waiting, main, keeper)).toBe('unknownMain');
  });
});
