import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepingChecks } from '#lib/jobs/verify-keeping.ts';
import { tendKeeping } from '#lib/jobs/tend-keeping.ts';
import { acceptDeposit, confirmDeposit, keepBack, proposeDeposits, sendBack } from '#lib/store/keeping/deposits.ts';
import { confirmTitle, listHistorical } from '#lib/store/keeping/historical.ts';
import { listDepositItems, listDeposits } from '#lib/store/keeping/list-keeping.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import { findRecord } from '#lib/store/reading/find-record.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { archivist, keptFile, type KeptFile } from '#tests/builders/kept-files.ts';

const today = '2026-03-02';
const keeper = archivist(today);
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(today);
});
afterAll(() => desk.end());

const phaseOf = async (id: string) =>
  (await desk.pool.query<{ phase: string }>('SELECT phase FROM eli4u.record WHERE id = $1', [id])).rows[0]?.phase;
const inSearch = async (id: string) =>
  (await desk.pool.query('SELECT FROM eli4u.search_document_public WHERE record_id = $1', [id])).rowCount;
const closed = (change: Parameters<typeof keptFile>[1] = {}) =>
  keptFile(desk, { closedOn: '2025-06-01', phase: 'current', disposition: null, ...change });

async function verified(): Promise<void> {
  for (const { says, sql } of keepingChecks)
    expect({ says, wrong: (await desk.pool.query(sql)).rows }).toEqual({ says, wrong: [] });
}

describe('deposit', () => {
  it('is proposed once a year to each office, confirmed by it, taken or sent back by the archivist; documents follow', async () => {
    const files: KeptFile[] = [];
    for (let i = 0; i < 4; i++) files.push(await closed());
    const [taken, back, still, reopened] = files as [KeptFile, KeptFile, KeptFile, KeptFile];
    const thisYear = await closed({ closedOn: '2026-01-15' });
    expect(await proposeDeposits(desk.pool, keeper)).toBe(1);
    expect(await proposeDeposits(desk.pool, keeper)).toBe(0);
    const [list] = await listDeposits(desk.pool, null, null);
    const id = list?.id ?? '';
    expect((await listDepositItems(desk.pool, id, '')).map(({ record }) => record).toSorted()).toEqual(
      files.map((file) => file.id).toSorted(),
    );
    expect(await acceptDeposit(desk.pool, id, null, keeper)).toBe(0);
    expect(await keepBack(desk.pool, id, still.id, 'serve per un ricorso', keeper)).toBe(true);
    expect(await confirmDeposit(desk.pool, id, keeper)).toBe(true);
    expect(await confirmDeposit(desk.pool, id, keeper)).toBe(false);
    expect(await sendBack(desk.pool, id, back.id, 'manca un allegato', keeper)).toBe(true);
    await desk.owner.query('UPDATE eli4u.record SET closed_on = NULL WHERE id = $1', [reopened.id]);
    expect(await acceptDeposit(desk.pool, id, null, keeper)).toBe(1);
    for (const one of [taken.id, taken.document]) expect(await phaseOf(one)).toBe('deposit');
    for (const one of [back.id, still.id, reopened.id, thisYear.id, back.document])
      expect(await phaseOf(one)).toBe('current');
    expect((await listDeposits(desk.pool, null, null))[0]).toMatchObject({ state: 'settled', undecided: 0 });
    // The year after, what was sent back or kept comes again, and what was closed meanwhile.
    expect(await proposeDeposits(desk.pool, archivist('2027-01-01'))).toBe(1);
    const [next] = await listDeposits(desk.pool, null, null);
    expect((await listDepositItems(desk.pool, next?.id ?? '', '')).map(({ record }) => record).toSorted()).toEqual(
      [back.id, still.id, thisYear.id].toSorted(),
    );
    await verified();
  });
});

describe('historical section', () => {
  it('takes affairs of more than 40 years once selection is done, with a public title that names nobody', async () => {
    const old = { closedOn: '1980-05-05', disposition: 'keep' as const, phase: 'deposit' };
    const affair = await keptFile(desk, { ...old, person: 'Prosdocimo Valle', taxCode: 'VLLPSD20A41G224P' });
    const young = await keptFile(desk, { ...old, closedOn: '1986-03-03' });
    const unselected = await keptFile(desk, { ...old, disposition: null });
    const say: string[] = [];
    const job = { pool: desk.pool, dataDir: desk.dataDir, now: () => keeper.now };
    await tendKeeping(job, (line) => say.push(line));
    expect(say).toContain('historical section: 1 affairs proposed');
    const [line, ...others] = await listHistorical(desk.pool, '', keeper);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ record: affair.id, confirmed: false });
    // "Prato della Valle" has a word of the applicant's name: the draft leaves the place out.
    expect(line?.publicTitle).not.toMatch(/valle/i);
    expect(line?.publicTitle).toMatch(/1980/);
    expect(await transferHistorical(desk.pool, keeper)).toBeNull();
    const confirm = (title: string, despiteWords = false) =>
      confirmTitle(desk.pool, { record: affair.id, title, sensitivity: 'none', despiteWords }, keeper);
    expect(await confirm('Patrocinio chiesto da Valle Prosdocimo')).toMatchObject({ kind: 'names' });
    expect(await confirm('Patrocinio chiesto da Valle Prosdocimo', true)).toMatchObject({ kind: 'names' });
    expect(await confirm('Patrocinio, vllpsd20a41g224p', true)).toMatchObject({ kind: 'names' });
    expect(await confirm('Patrocinio, Prato della Valle, 1980')).toMatchObject({
      kind: 'names',
      whole: [],
      words: ['valle'],
    });
    expect(await confirm('Patrocinio, Prato della Valle, 1980', true)).toEqual({ kind: 'confirmed' });
    expect(await findRecord(desk.pool, affair.id)).toBeNull();
    expect(await transferHistorical(desk.pool, keeper)).toMatchObject({ affairs: 1 });
    const found = await findRecord(desk.pool, affair.id);
    expect(found).toMatchObject({
      state: 'found',
      value: { id: affair.id, title: 'Patrocinio, Prato della Valle, 1980' },
    });
    expect(JSON.stringify(found)).not.toMatch(/prosdocimo|VLLPSD/i);
    expect(JSON.stringify(await findRecord(desk.pool, affair.document))).not.toMatch(/prosdocimo|VLLPSD/i);
    expect(await inSearch(affair.id)).toBe(1);
    // The archive above it is as old as what it has to show.
    const { rows: above } = await desk.pool.query(
      `SELECT f.date_start <= coalesce(r.date_start, r.opened_on) AS begins, f.date_end >= r.closed_on AS ends FROM eli4u.record r JOIN eli4u.record f ON f.id = r.root_id WHERE r.id = $1`,
      [affair.id],
    );
    expect(above).toEqual([{ begins: true, ends: true }]);
    for (const { id } of [young, unselected]) {
      expect(await findRecord(desk.pool, id)).toBeNull();
      expect(await inSearch(id)).toBe(0);
    }
    await verified();
  });

  it('lets an affair with data on health be described, not read, until seventy years after its last document', async () => {
    const affair = await keptFile(desk, { closedOn: '1985-01-10', disposition: 'keep', phase: 'deposit' });
    await tendKeeping({ pool: desk.pool, dataDir: desk.dataDir, now: () => keeper.now }, () => undefined);
    const given = {
      record: affair.id,
      title: 'Patrocinio, 1985',
      sensitivity: 'healthSexFamily' as const,
      despiteWords: false,
    };
    expect(await confirmTitle(desk.pool, given, keeper)).toEqual({ kind: 'confirmed' });
    await transferHistorical(desk.pool, keeper);
    const found = await findRecord(desk.pool, affair.id);
    expect(found).toMatchObject({ value: { consultableFrom: '2055-01-10' } });
    const { rows } = await desk.pool.query('SELECT visibility FROM eli4u.record WHERE id = ANY($1)', [
      [affair.id, affair.document],
    ]);
    expect(rows).toEqual([{ visibility: 'described' }, { visibility: 'described' }]);
  });
});
