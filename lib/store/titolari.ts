import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { conservationPlanSchema, unknownVoices, type ConservationPlan } from '#lib/fascicoli/conservation-plan.ts';
import { titolarioOn, titolarioSchema, versionsAtOdds, type Titolario } from '#lib/fascicoli/titolario.ts';
import type { Day } from '#lib/procedures/day.ts';
import { readYaml } from '#lib/procedures/types/yaml-source.ts';

/** The versions of the titolario, each with its piano di conservazione. */
export interface Titolari {
  versions(): readonly Titolario[];
  /** @throws where none had begun on the day */
  on(day: Day): Titolario;
  find(version: string): Titolario | null;
  planOf(version: string): ConservationPlan | null;
}

interface Read {
  versions: readonly Titolario[];
  plans: readonly ConservationPlan[];
}

/** Reads the files at the first use and keeps them; with anything wrong in any of them nothing is told. */
export function createTitolari(folder: string): Titolari {
  let kept: Read | null = null;
  const read = (): Read => (kept ??= readFiles(folder));
  return titolariOf(() => read());
}

/** The same over versions that are known already. */
export function titolariOf(read: () => Read): Titolari {
  return {
    versions: () => read().versions,
    on: (day) => {
      const found = titolarioOn(read().versions, day);
      if (!found) throw new Error(`no titolario is in force on ${day}`);
      return found;
    },
    find: (version) => read().versions.find((one) => one.version === version) ?? null,
    planOf: (version) => read().plans.find(({ titolario }) => titolario === version) ?? null,
  };
}

function readFiles(folder: string): Read {
  const named = (start: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(start) && name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const { value, problems } = readYaml(readFileSync(path.join(folder, name), 'utf8'), name);
        if (value === undefined)
          throw new Error(`${name} is no YAML: ${problems.map(({ message }) => message.en).join('; ')}`);
        return value;
      });
  const versions = named('titolario-').map((value) => titolarioSchema.parse(value));
  const plans = named('conservazione-').map((value) => conservationPlanSchema.parse(value));
  const faults = [
    ...versionsAtOdds(versions),
    ...plans.flatMap((plan) => {
      const titolario = versions.find(({ version }) => version === plan.titolario);
      if (!titolario) return [`there is a plan for the titolario ${plan.titolario}, which is not there`];
      return unknownVoices(plan, titolario).map(
        (voice) => `the plan of ${plan.titolario} names ${voice}, which is no class`,
      );
    }),
  ];
  if (faults.length > 0) throw new Error(`the titolario in ${folder} cannot be used:\n${faults.join('\n')}`);
  return { versions, plans };
}
