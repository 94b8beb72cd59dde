import type pg from 'pg';
import { romeDay } from '#lib/procedures/rome.ts';
import { officeCalendar } from '#lib/store/procedures/columns-of.ts';
import {
  hasOtherCases,
  forgetDemoKeys,
  listUnitsToAskFor,
  noteDemoProgress,
  readDemoProgress,
} from '#lib/store/procedures/demo-progress.ts';
import { savePastFiles } from '#lib/store/keeping/save-past-files.ts';
import { resolveAlerts } from '#lib/store/attention.ts';
import { watchReceipts } from '#lib/store/protocol/mail-out.ts';
import { createProtocolStore } from '#lib/store/protocol/protocol-store.ts';
import { createProcedureStore } from '#lib/store/procedures/procedure-store.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import type { Persona } from '#lib/access/persona.ts';
import { readDemoPeople, type DemoPeople } from '#lib/store/staff/demo-people.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { loadFascicoli } from './load-fascicoli.ts';
import { loadDeposits, loadHistorical, loadScarto } from './load-keeping.ts';
import { loadLargeFascicolo } from './load-large-fascicolo.ts';
import { loadContacts } from './load-contacts.ts';
import { loadPermits } from './load-permits.ts';
import { loadPayments } from './load-payments.ts';
import { loadMessages } from './load-messages.ts';
import { loadProtocol } from './load-protocol.ts';
import { officesOf } from './offices.ts';
import { pastFiles } from './past-files.ts';
import { plansFor } from './plan.ts';
import { play, type Played } from './play.ts';
import { storeStage } from './store-stage.ts';

export interface Load {
  pool: pg.Pool;
  dataDir: string;
  /** Where types, calendar and people are described. */
  folder: string;
  /** Where the demonstration ends; a load that is taken up again keeps the instant it began with. */
  now: Date;
  say: (line: string) => void;
}

/** Seed of all that happens. */
const seed = 'padova';

/** Units of the archive that people ask for. */
const mostUnits = 60;

/** Steps done at once: they are of different cases, and those that take a number of the protocollo keep to their order. */
export const lanes = 4;

/** Cases between two lines of progress. */
const toldEvery = 100;

/** Three years of cases, once; what was killed halfway goes on where it was. Null where there is nothing to do. */
export async function loadProcedures({ pool, dataDir, folder, now, say }: Load): Promise<Played | null> {
  const progress = await readDemoProgress(pool);
  if (progress && progress.state !== 'begun') return null;
  if (await hasOtherCases(pool)) {
    await noteDemoProgress(pool, { state: 'leftOut', why: 'there were cases already' });
    say('demonstration procedures: left out, for there are cases already');
    return null;
  }
  const until = progress ? new Date(progress.now) : now;
  if (!progress) await noteDemoProgress(pool, { state: 'begun', now: until.toISOString() });
  say(`demonstration procedures: ${progress ? 'going on' : 'three years of cases'}, until ${romeDay(until)}`);
  return playAll({ pool, dataDir, folder, now: until, say });
}

async function playAll({ pool, dataDir, folder, now, say }: Load): Promise<Played> {
  const types = createProcedureTypes(folder);
  const calendar = officeCalendar(types.calendar(), types.comune().office);
  const people = readDemoPeople(folder);
  const offices = officesOf(people.staff);
  const units = await listUnitsToAskFor(pool, mostUnits);
  const plans = plansFor({
    seed,
    now,
    types: types.sources().map(({ type }) => type),
    calendar,
    people,
    withoutCode: await agentsWithoutCode(pool, people),
    offices,
    units,
  });
  const stage = storeStage({ pool, dataDir, types, calendar, lanes });
  const started = performance.now();
  let told = 0;
  const played = await play(plans, { now, offices }, stage, ({ cases, steps }, at) => {
    if (cases < told + toldEvery) return;
    told = cases;
    say(`demonstration procedures: ${cases} of ${plans.length} cases, ${steps} steps, ${romeDay(at)}`);
  });
  const titolario = types.titolari().on(romeDay(now)).version;
  // The registers of the days are there before their packages, and lists of scarto before anything else may be discarded.
  await createProtocolStore({ pool, dataDir, types, now: () => now }).makeDailyRegisters();
  await loadScarto({ pool, dataDir, types, now });
  await loadHistorical({ pool, dataDir, types, now });
  await savePastFiles({ pool, dataDir, comune: () => types.comune(), titolario, now }, 'demo_past_files', pastFiles());
  await loadMessages({ pool, dataDir, types, now });
  await loadPayments({ pool, dataDir, types, now });
  await noteDemoProgress(pool, { state: 'loaded', ...played });
  await forgetDemoKeys(pool);
  // What only reads differently on the last day: a term that ran out while nobody looked.
  await createProcedureStore({ pool, dataDir, types, now: () => now }).sweep();
  await loadFascicoli({ pool, dataDir, types, now, say });
  await loadLargeFascicolo({ pool, dataDir, types, now });
  await loadDeposits({ pool, dataDir, types, now });
  await loadProtocol({ pool, dataDir, types, now });
  await loadPermits({ pool, now }, units);
  await loadContacts({ pool, now });
  // What is shown as gone wrong is shown, and is no alarm: `npm run verify` tells of this installation.
  await watchReceipts(pool, now);
  await resolveAlerts(pool, now);
  say(
    `demonstration procedures: ${played.cases} cases, ${played.steps} steps, ${Math.round((performance.now() - started) / 100) / 10} s`,
  );
  return played;
}

/** Agents of the invented people who have no tax code. */
async function agentsWithoutCode(pool: pg.Pool, { citizens }: DemoPeople): Promise<ReadonlyMap<Persona, string>> {
  const staff = createStaffStore(pool);
  const found = await Promise.all(
    citizens
      .filter(({ taxCode }) => taxCode === null)
      .map(async ({ persona }) => [persona, (await staff.findPersona(persona))?.id] as const),
  );
  return new Map(found.flatMap(([persona, id]) => (id === undefined ? [] : [[persona, id] as const])));
}
