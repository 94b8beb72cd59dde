import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { calendarDataSchema, type CalendarData } from '#lib/procedures/calendar-data.ts';
import { comuneSchema, type Comune } from '#lib/procedures/comune.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lawSchema, type Law } from '#lib/procedures/law.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { checkGraph } from '#lib/procedures/types/check-graph.ts';
import { pathWords, type PlacedProblem } from '#lib/procedures/types/problem.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import {
  placeProblems,
  readActivityCatalogue,
  readProcedureType,
  readUnits,
} from '#lib/procedures/types/read-procedure-type.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';
import { readYaml } from '#lib/procedures/types/yaml-source.ts';
import { unknownOffices, versionsAtOdds } from './procedure-type-set.ts';

/** The types of procedure that the Comune publishes, with what they name. */
export interface ProcedureTypes {
  /** Of each code the version in force on the day. */
  listTypes(today: Day): ProcedureType[];
  findType(code: string, today: Day): ProcedureType | null;
  catalogue(): ActivityCatalogue;
  units(): UnitNames;
  law(): Law;
  /** The days of the offices; read again when the file was edited, which needs no restart. */
  calendar(): CalendarData;
  comune(): Comune;
  /** Every published version with the YAML it was read from. */
  sources(): readonly TypeSource[];
}

export interface TypeSource {
  type: ProcedureType;
  yaml: string;
}

interface Published {
  types: readonly ProcedureType[];
  sources: readonly TypeSource[];
  catalogue: ActivityCatalogue;
  units: UnitNames;
  law: Law;
}

/** Read at the first use and then kept; with anything wrong in any file nothing is shown, and all of it is said. */
export function createProcedureTypes(folder: string): ProcedureTypes {
  let kept: Published | null = null;
  const calendar = freshCalendar(path.join(folder, 'calendar.yaml'));
  let comune: Comune | null = null;
  const published = (): Published => (kept ??= readPublished(folder));
  const inForce = (today: Day) => newest(published().types.filter((type) => holds(type, today)));
  return {
    listTypes: (today) => [...inForce(today).values()],
    findType: (code, today) => inForce(today).get(code) ?? null,
    catalogue: () => published().catalogue,
    units: () => published().units,
    law: () => published().law,
    calendar,
    comune: () => (comune ??= comuneSchema.parse(readData(folder, 'comune.yaml'))),
    sources: () => published().sources,
  };
}

/** An edit that cannot be read changes nothing, and is said once. */
function freshCalendar(file: string): () => CalendarData {
  let kept: { data: CalendarData; stamp: string } | null = null;
  return () => {
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    if (kept?.stamp === stamp) return kept.data;
    try {
      kept = { data: calendarDataSchema.parse(readData(path.dirname(file), path.basename(file))), stamp };
    } catch (error) {
      if (!kept) throw error;
      console.error(`the edited calendar cannot be read, the one before holds on: ${String(error)}`);
      kept = { data: kept.data, stamp };
    }
    return kept.data;
  };
}

const readData = (folder: string, name: string): unknown =>
  readYaml(readFileSync(path.join(folder, name), 'utf8'), name).value;

const holds = ({ validFrom, validTo }: ProcedureType, today: Day): boolean =>
  (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);

function newest(types: readonly ProcedureType[]): Map<string, ProcedureType> {
  const found = new Map<string, ProcedureType>();
  for (const type of types) if (type.version > (found.get(type.code)?.version ?? 0)) found.set(type.code, type);
  return found;
}

function readPublished(folder: string): Published {
  const text = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const problems: PlacedProblem[] = [];
  const keep = <T>(read: { value: T; problems: [] } | { value: null; problems: PlacedProblem[] }): T | null => {
    problems.push(...read.problems);
    return read.value;
  };
  const catalogue = keep(readActivityCatalogue(text('activities.yaml'), 'activities.yaml'));
  const units = keep(readUnits(text('units.yaml'), 'units.yaml'));
  const sources = readdirSync(path.join(folder, 'types'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const file = `types/${name}`;
      const source = text(file);
      if (isDraft(source, file)) return [];
      const type = keep(readProcedureType(source, file));
      if (!type) return [];
      const further = [
        ...(catalogue ? checkGraph(type, catalogue) : []),
        ...(units ? unknownOffices(type, units) : []),
      ];
      problems.push(...placeProblems(source, file, further));
      return [{ type, yaml: source }];
    });
  const types = sources.map(({ type }) => type);
  const faults = [...problems.map(inWords), ...versionsAtOdds(types)];
  if (faults.length > 0 || !catalogue || !units)
    throw new Error(`the types of procedure in ${folder} cannot be published:\n${faults.join('\n')}`);
  return { types, sources, catalogue, units, law: lawSchema.parse(readData(folder, 'law.yaml')) };
}

/** Whatever else is wrong with a draft is no matter yet. */
const isDraft = (source: string, file: string): boolean =>
  z.object({ status: z.literal('draft') }).safeParse(readYaml(source, file).value).success;

const inWords = ({ file, line, column, path: at, message }: PlacedProblem): string =>
  `${file}:${line}:${column} ${at.length > 0 ? `${pathWords(at)}: ` : ''}${message.en}`;
