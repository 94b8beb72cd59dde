import { createHash } from 'node:crypto';
import type pg from 'pg';
import { addDays } from '#lib/procedures/day.ts';
import { iuvOf, noticeNumberOf } from '#lib/procedures/payments/notice-number.ts';
import { owedAt, owedWithFiling, type Owed } from '#lib/procedures/payments/owed.ts';
import { firstInstantOf, romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { keepDocument } from '#lib/store/documents/keep.ts';
import { casesToPay, saveDemoPayments, type DemoCase, type DemoPayment } from '#lib/store/payments/demo-payments.ts';
import { joinReceipts } from '#lib/store/payments/join-receipts.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { demoClient } from '#lib/store/procedures/demo-progress.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';

interface Load {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
}

/** Of a station that pagoPA gives nobody. */
const station = '99';

/**
 * What the invented cases cost: most stamps were bought on paper, some online, a few are not owed or missing; of what the office asks some is paid, and
 * the personas have something in each state.
 */
export async function loadPayments({ pool, dataDir, types, now }: Load): Promise<void> {
  const cases = await casesToPay(pool);
  const versions = new Map(types.sources().map(({ type }) => [`${type.code} ${type.version}`, type]));
  const all: DemoPayment[] = [];
  /** Of cases of personas that run, so that each has another state. */
  let asked = 0;
  for (const [n, of] of cases.entries()) {
    const type = versions.get(`${of.code} ${of.version}`);
    if (!type) continue;
    for (const owed of owedWithFiling(type)) all.push(...(await withFiling(owed, of, n, dataDir)));
    const more = beforeRelease(type, of, { n, asked }, now);
    if (of.running) asked += more.length;
    all.push(...more);
  }
  await saveDemoPayments(pool, all);
  const store = createProcedureStore({ pool, dataDir, types, now: () => now });
  while ((await joinReceipts(pool, store, () => now, demoClient)) > 0);
}

const idOf = (...what: (string | number)[]): string =>
  createHash('sha256').update(what.join(' ')).digest('hex').slice(0, 32);

async function withFiling(owed: Owed, of: DemoCase, n: number, dataDir: string): Promise<DemoPayment[]> {
  const cents =
    owed.amount.kind === 'cents' ? owed.amount.cents : owed.amount.kind === 'table' ? owed.amount.rows[0]?.cents : 0;
  const about = { id: idOf('demo', of.id, owed.fee, owed.part), of, owed, cents: cents ?? 0, at: elevenOf(of.filedOn) };
  // One in twelve came without: the office has to see to it.
  if (n % 12 === 7) return [];
  if (owed.kind !== 'stampDuty') return [{ ...about, said: await paidOnline('pagoPA', about, n, of.running, dataDir) }];
  if (n % 12 === 5) return [{ ...about, said: { state: 'exempt', norm: 'terzoSettore' } }];
  const online = of.persona === null ? n % 4 === 1 : n % 2 === 1;
  if (online) return [{ ...about, said: await paidOnline('eBollo', about, n, of.running, dataDir) }];
  const serial = `0${of.filedOn.replaceAll('-', '').slice(2)}${String(n * 10 + owed.part).padStart(7, '0')}`;
  return [{ ...about, said: { state: 'declared', serial, on: addDays(of.filedOn, -1 - (n % 9)) } }];
}

async function paidOnline(
  way: 'eBollo' | 'pagoPA',
  { owed, cents }: Pick<DemoPayment, 'owed' | 'cents'>,
  n: number,
  kept: boolean,
  dataDir: string,
): Promise<DemoPayment['said']> {
  const iuv = iuvOf(station, n * 100 + owed.part);
  const receiptId = `${way === 'eBollo' ? 'IUBD-DIMO' : 'RT-DIMO'}-${n}-${owed.fee}-${owed.part}`;
  const notice = noticeNumberOf(iuv);
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<ricevutaDimostrativa><avviso>${notice}</avviso><identificativo>${receiptId}</identificativo><importo>${(cents / 100).toFixed(2)}</importo></ricevutaDimostrativa>
`;
  const bytes = new TextEncoder().encode(text);
  return {
    state: 'paid',
    way,
    iuv: way === 'pagoPA' ? iuv : null,
    notice,
    receiptId,
    kept: kept ? await keepDocument(dataDir, bytes) : null,
  };
}

/** What an office asks before it releases something: of who can be tried out in each state, of others when it was granted. */
function beforeRelease(
  type: ProcedureType,
  of: DemoCase,
  { n, asked: turn }: { n: number; asked: number },
  now: Date,
): DemoPayment[] {
  return owedAt(type, 'beforeRelease').flatMap((owed, i): DemoPayment[] => {
    if (!of.granted && !(of.running && of.persona !== null)) return [];
    const cents = 4_500 + ((n * 37) % 400) * 50;
    const iuv = iuvOf(station, 50_000_000 + n * 10 + i);
    const notice = noticeNumberOf(iuv);
    const asked = of.running ? new Date(now.getTime() - 3 * 86_400_000) : elevenOf(addDays(of.filedOn, 6));
    const about = { id: idOf('demo', of.id, owed.fee, 'asked'), of, owed, cents, at: asked };
    const way = 'pagoPA' as const;
    if (!of.running)
      return [
        n % 3 === 0
          ? {
              ...about,
              said: {
                state: 'elsewhere',
                on: romeDay(asked),
                words: 'allo sportello della tesoreria, quietanza dimostrativa',
              },
            }
          : { ...about, said: { state: 'paid', way, iuv, notice, receiptId: `RT-DIMO-${n}-${i}`, kept: null } },
      ];
    const states: DemoPayment['said'][] = [
      { state: 'due' },
      { state: 'noticed', way, iuv, notice, expiresOn: addDays(romeDay(now), 27) },
      { state: 'expired', way, iuv, notice, expiresOn: addDays(romeDay(now), -2) },
    ];
    return [{ ...about, said: states[(turn + i) % states.length] ?? { state: 'due' } }];
  });
}

const elevenOf = (day: string): Date => new Date(firstInstantOf(day).getTime() + 11 * 3_600_000);
