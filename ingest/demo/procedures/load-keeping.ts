import type pg from 'pg';
import { addDays } from '#lib/procedures/day.ts';
import { romeDay, romeInstant } from '#lib/procedures/rome.ts';
import { fascicoloNamed } from '#lib/store/fascicoli/fascicolo-named.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { acceptDeposit, confirmDeposit, keepBack, proposeDeposits, sendBack } from '#lib/store/keeping/deposits.ts';
import {
  authoriseDisposal,
  proposeDisposal,
  refuseItem,
  sendDisposal,
  startDisposal,
} from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { confirmTitle, proposeHistorical } from '#lib/store/keeping/historical.ts';
import { setHold } from '#lib/store/keeping/legal-holds.ts';
import { listDepositItems, listDeposits, listDisposalItems } from '#lib/store/keeping/list-keeping.ts';
import { savePastFiles } from '#lib/store/keeping/save-past-files.ts';
import { transferHistorical } from '#lib/store/keeping/transfer-historical.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { discardedFiles, transferred, type Drawn } from './former-files.ts';
import { pastFileOf } from './past-files.ts';
import { preserveFor } from './load-preservation.ts';

export interface KeepingLoad {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
}

type Done = (what: 'deposit' | 'scarto' | 'historical', result: unknown) => void;
const done: Done = (what, result) => {
  if (result === false || result === null || result === 0)
    throw new Error(`the ${what} of the demonstration was refused`);
};

/** What the archivist of the demonstration did on a day before the last. */
function keeperOn({ now }: KeepingLoad, daysAgo: number, by = 'officer:archivista'): Keeper {
  const today = addDays(romeDay(now), -daysAgo);
  return { by, today, now: daysAgo === 0 ? now : (romeInstant(`${today}T10:15`) ?? now) };
}

const takeIn = (parts: KeepingLoad, key: string, files: Parameters<typeof savePastFiles>[2]) =>
  savePastFiles({ ...parts, comune: () => parts.types.comune(), titolario: titolarioOf(parts) }, key, files);
const titolarioOf = ({ types, now }: KeepingLoad): string => types.titolari().on(romeDay(now)).version;

/**
 * Lists of scarto in every state, before anything else can be discarded: one executed long ago, one whose end a package on its way holds up, one
 * authorised, one at the Soprintendenza, one in preparation.
 */
export async function loadScarto(parts: KeepingLoad): Promise<void> {
  await drawUp(parts, 'executed', 700, async (list, on) => {
    const [, , , refused] = await listDisposalItems(parts.pool, list, '');
    if (refused) {
      done('scarto', await refuseItem(parts.pool, list, refused.record, 'serve a una causa in corso', on(690)));
      done(
        'scarto',
        await setHold(parts.pool, refused.record, 'Causa in corso, Tribunale di Padova, r.g. 2117', on(690)),
      );
    }
    await permit(parts, list, '3391-P', on(640));
    await begin(parts, list, on(632));
  });
  await drawUp(parts, 'executing', 400, async (list, on) => {
    const [first, second] = await listDisposalItems(parts.pool, list, '');
    const underWay = second ?? first;
    if (underWay) await preserveFor(parts, { pending: underWay.record });
    await permit(parts, list, '1204-P', on(330));
    await begin(parts, list, on(1));
  });
  await drawUp(parts, 'authorised', 210, (list, on) => permit(parts, list, '8870-P', on(20)));
  await drawUp(parts, 'sent', 60, async (list, on) => done('scarto', await sendDisposal(parts.pool, list, on(52))));
  await drawUp(parts, 'draft', 4, async () => undefined);
}

async function drawUp(
  parts: KeepingLoad,
  list: Drawn,
  daysAgo: number,
  then: (id: string, on: (daysAgo: number) => Keeper) => Promise<void>,
): Promise<void> {
  await takeIn(parts, `demo_scarto_${list}`, discardedFiles(list));
  const on = (days: number) => keeperOn(parts, days);
  const id = await proposeDisposal(parts.pool, on(daysAgo));
  if (id !== null) await then(id, on);
}

async function permit({ pool }: KeepingLoad, list: string, number: string, keeper: Keeper): Promise<void> {
  const asked = addDays(keeper.today, -30);
  done('scarto', await sendDisposal(pool, list, { ...keeper, today: asked }));
  done('scarto', await authoriseDisposal(pool, list, { permit: { number, on: keeper.today }, interior: null }, keeper));
}

async function begin(parts: KeepingLoad, list: string, keeper: Keeper): Promise<void> {
  const items = await listDisposalItems(parts.pool, list, '');
  const granted = items.filter(({ state }) => state === 'granted').length;
  if ((await startDisposal(parts.pool, list, granted, keeper)) !== 'started') done('scarto', false);
  // Nobody else is at these bytes yet.
  await executeDisposals({ ...parts, keeper: { ...keeper, by: 'system' }, grace: 0 });
}

/**
 * The transfers of last year, all taken over; those of this year in every state. The offices of the people who can be tried out have not answered.
 */
export async function loadDeposits(parts: KeepingLoad): Promise<void> {
  const { pool } = parts;
  const year = Number(romeDay(parts.now).slice(0, 4));
  const on = (day: string, by: string): Keeper => ({ by, today: day, now: romeInstant(`${day}T09:00`) ?? parts.now });
  await proposeDeposits(pool, on(`${year - 1}-01-10`, 'system'));
  for (const { id } of await listDeposits(pool, null, null)) {
    done('deposit', await confirmDeposit(pool, id, on(`${year - 1}-02-06`, 'officer:dirigente')));
    await acceptDeposit(pool, id, null, on(`${year - 1}-02-20`, 'officer:archivista'));
  }
  await proposeDeposits(pool, on(`${year}-01-10`, 'system'));
  const lists = (await listDeposits(pool, null, null)).filter((list) => list.year === year);
  for (const { id, unit } of lists) {
    if (!answered.includes(unit)) continue;
    const [kept, back] = await listDepositItems(pool, id, '');
    if (kept && unit === 'servizi-demografici')
      await keepBack(pool, id, kept.record, 'serve per un ricorso', on(`${year}-01-20`, 'officer:demografici-1'));
    done('deposit', await confirmDeposit(pool, id, on(`${year}-01-22`, 'officer:dirigente')));
    if (!settled.includes(unit)) continue;
    if (back) await sendBack(pool, id, back.record, 'manca la planimetria', on(`${year}-02-12`, 'officer:archivista'));
    await acceptDeposit(pool, id, null, on(`${year}-02-12`, 'officer:archivista'));
  }
}
const settled: readonly string[] = ['polizia-locale', 'servizi-scolastici'];
const answered: readonly string[] = [...settled, 'servizi-demografici', 'gabinetto-sindaco'];

/** Two affairs that are in the historical section already. */
export async function loadHistorical(parts: KeepingLoad): Promise<void> {
  const keeper = keeperOn(parts, 75);
  await takeIn(
    parts,
    'demo_historical',
    transferred.map(({ told }) => pastFileOf(told)),
  );
  done('historical', await proposeHistorical(parts.pool, keeper));
  for (const { told, publicTitle, sensitivity } of transferred) {
    const [title, number] = told.voice;
    const record = await fascicoloNamed(parts.pool, `${told.opened.slice(0, 4)}-${title}/${number}.1`);
    if (!record) throw new Error(`${told.name} of the demonstration is not there`);
    const said = { record, title: publicTitle, sensitivity, despiteWords: true };
    const answer = await confirmTitle(parts.pool, said, keeper);
    if (answer.kind !== 'confirmed') throw new Error(`the public title of ${told.name} was refused: ${answer.kind}`);
  }
  done('historical', await transferHistorical(parts.pool, keeper));
}
