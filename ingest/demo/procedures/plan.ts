import type { Persona } from '#lib/access/persona.ts';
import type { Calendar } from '#lib/procedures/calendar.ts';
import { addDays, addMonths, laterOf, type Day } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { versionInForce } from '#lib/procedures/types/version-periods.ts';
import type { FilingRequest } from '#lib/store/procedures/procedure-writing.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { DemoPeople } from '#lib/store/staff/demo-people.ts';
import type { Unit } from './answers.ts';
import { behaviourOf, type Behaviour } from './behaviour.ts';
import { callsUntil } from './calls.ts';
import { chanceOf } from './chance.ts';
import { filingDay } from './filing-instants.ts';
import { filingOf } from './filing.ts';
import type { Offices } from './offices.ts';
import { shares, typeCodes, type TypeCode } from './shares.ts';
import { staged, type Staged } from './staged.ts';

/** One case: what is filed and when, and how everybody will behave. */
export interface Plan {
  n: number;
  filedAt: Date;
  request: FilingRequest;
  actor: Actor;
  behaviour: Behaviour;
}

export interface Setting {
  seed: string;
  /** The last instant: nothing happens after it. */
  now: Date;
  /** Every published version: who files on a day has the one of that day. */
  types: readonly ProcedureType[];
  calendar: Calendar;
  people: DemoPeople;
  /** Agents of those of them who have no tax code, by which the others are found. */
  withoutCode: ReadonlyMap<Persona, string>;
  offices: Offices;
  units: readonly Unit[];
}

/** First day on which the types are in force and the staff is there. */
const earliest: Day = '2023-01-02';

/** All the cases of three years, in order of filing; the same for the same setting. */
export function plansFor(setting: Setting): Plan[] {
  const today = romeDay(setting.now);
  const first = laterOf(addMonths(today, -36), earliest);
  const calls = callsUntil(first, today);
  const rough = typeCodes.flatMap((code) => {
    const versions = setting.types.filter((one) => one.code === code);
    if (!versionInForce(versions, today)) return [];
    if (code === 'consultazione-archivio' && setting.units.length === 0) return [];
    if (code === 'consultazione-riservata' && !setting.units.some(({ described }) => described)) return [];
    const byHand = staged.filter((one) => one.type === code);
    const byChance = Math.max(0, shares[code] - byHand.length);
    return [...byHand, ...Array.from({ length: byChance }, () => null)].map((stage, i) => ({
      code,
      versions,
      stage,
      i,
    }));
  });
  return rough
    .flatMap((one, n) => planOf(one, n + 1, setting, { first, today, calls }) ?? [])
    .sort((a, b) => a.filedAt.getTime() - b.filedAt.getTime() || a.n - b.n);
}

interface Rough {
  code: TypeCode;
  versions: readonly ProcedureType[];
  stage: Staged | null;
  i: number;
}

interface Span {
  first: Day;
  today: Day;
  calls: readonly { opensOn: Day; closesOn: Day }[];
}

function planOf(
  { code, versions, stage, i }: Rough,
  n: number,
  setting: Setting,
  { first, today, calls }: Span,
): Plan | null {
  const chance = chanceOf(setting.seed, 'case', n);
  const call = versions.some(({ family }) => family === 'ranking') ? (calls[i % calls.length] ?? null) : null;
  const day = call
    ? addDays(call.opensOn, chance.whole(0, Math.min(28, Math.max(0, call.closesOn > today ? 18 : 28))))
    : stage
      ? addDays(today, -stage.daysAgo)
      : filingDay(first, today, chance);
  const type = versionInForce(versions, day);
  if (day < first || !type) return null;
  const behaviour = { ...behaviourOf(type, chanceOf(setting.seed, 'behaviour', n)), ...stage?.behaviour };
  const filing = filingOf({ n, code, type, stage, day, call, behaviour }, setting);
  return { n, behaviour, ...filing };
}
