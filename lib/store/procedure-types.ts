import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { calendarDataSchema, type CalendarData } from '#lib/procedures/calendar-data.ts';
import { comuneSchema, type Comune } from '#lib/procedures/comune.ts';
import type { Day } from '#lib/procedures/day.ts';
import { lawSchema, type Law } from '#lib/procedures/law.ts';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import { checkGraph } from '#lib/procedures/types/check-graph.ts';
import { unknownOffices } from '#lib/procedures/types/check-offices.ts';
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
import { versionInForce } from '#lib/procedures/types/version-periods.ts';
import { closedToo, listClosures, type OfficeClosure } from './office-closures.ts';
import { versionsAtOdds } from './procedure-type-set.ts';
import { readAgain } from './read-again.ts';
import { createTitolari, type Titolari } from './titolari.ts';
import { loadPublished, type TypeSource } from './published-versions.ts';

export type { TypeSource } from './published-versions.ts';

/** The types of procedure that the Comune publishes, with what they name. */
export interface ProcedureTypes {
  /** Of each code the version in force on the day. */
  listTypes(today: Day): ProcedureType[];
  findType(code: string, today: Day): ProcedureType | null;
  catalogue(): ActivityCatalogue;
  units(): UnitNames;
  law(): Law;
  /** The days of the offices: the file, read again when it was edited, and the closures that somebody added. */
  calendar(): CalendarData;
  /** Closures that somebody added, from the earliest. */
  closures(): readonly OfficeClosure[];
  comune(): Comune;
  /** The versions of the titolario, whose classes the types name: the folder beside this one. */
  titolari(): Titolari;
  /** Every published version of a type with its YAML, the newest first. */
  versions(code: string): readonly TypeSource[];
  /** Every version that the files publish. */
  sources(): readonly TypeSource[];
  /** Sees to it that what is told is no older than a few seconds; before a page or an answer is made. */
  current(): Promise<void>;
  /** Reads what was published and closed since; after a change, or where an old answer would do harm. */
  refresh(): Promise<void>;
}

interface FromFiles {
  sources: readonly TypeSource[];
  catalogue: ActivityCatalogue;
  units: UnitNames;
  law: Law;
}

/** What the database has beside the files. */
interface FromDatabase {
  versions: readonly TypeSource[];
  closures: readonly OfficeClosure[];
}

/**
 * The files are read at the first use and then kept; with anything wrong in any of them nothing is shown, and all of it is said. Versions
 * published and closures added since the start come from the database; without one the files are all there is.
 */
export function createProcedureTypes(folder: string, pool?: pg.Pool): ProcedureTypes {
  let kept: FromFiles | null = null;
  let added: FromDatabase = { versions: [], closures: [] };
  let comune: Comune | null = null;
  const titolari = createTitolari(path.join(folder, '../titolario'));
  const files = (): FromFiles => (kept ??= readFiles(folder));
  const calendar = joined(freshCalendar(path.join(folder, 'calendar.yaml')), () => added.closures);
  const versions = byCode(files, () => added.versions);
  const load = async (database: pg.Pool): Promise<void> => {
    const [loaded, closures] = await Promise.all([loadPublished(database, added.versions), listClosures(database)]);
    const same = JSON.stringify(closures) === JSON.stringify(added.closures);
    added = { versions: loaded, closures: same ? added.closures : closures };
  };
  const { current, refresh } = readAgain(async () => (pool ? load(pool) : undefined));
  const inForce = (code: string, today: Day) =>
    versionInForce(
      (versions().get(code) ?? []).map(({ type }) => type),
      today,
    );
  return {
    listTypes: (today) => [...versions().keys()].flatMap((code) => inForce(code, today) ?? []),
    findType: (code, today) => inForce(code, today),
    catalogue: () => files().catalogue,
    units: () => files().units,
    law: () => files().law,
    calendar,
    closures: () => added.closures,
    comune: () => (comune ??= comuneSchema.parse(readData(folder, 'comune.yaml'))),
    titolari: () => titolari,
    versions: (code) => versions().get(code) ?? [],
    sources: () => files().sources,
    current,
    refresh,
  };
}

/** Versions of the files and of the database, of each type the newest first; made again only where the database has more. */
function byCode(
  files: () => FromFiles,
  added: () => readonly TypeSource[],
): () => ReadonlyMap<string, readonly TypeSource[]> {
  let made: { from: readonly TypeSource[]; map: ReadonlyMap<string, readonly TypeSource[]> } | null = null;
  return () => {
    const from = added();
    if (made?.from === from) return made.map;
    const all = new Map([...files().sources, ...from].map((one) => [`${one.type.code}/${one.type.version}`, one]));
    const sorted = [...all.values()].toSorted((a, b) => b.type.version - a.type.version);
    const map = new Map<string, TypeSource[]>();
    for (const { type } of files().sources) map.set(type.code, []);
    for (const one of sorted) map.set(one.type.code, [...(map.get(one.type.code) ?? []), one]);
    made = { from, map };
    return map;
  };
}

/** One calendar of both; the same one while neither changed, for what was counted by it is kept with it. */
function joined(file: () => CalendarData, closures: () => readonly OfficeClosure[]): () => CalendarData {
  let made: { data: CalendarData; added: readonly OfficeClosure[]; whole: CalendarData } | null = null;
  return () => {
    const [data, added] = [file(), closures()];
    if (made?.data !== data || made.added !== added) made = { data, added, whole: closedToo(data, added) };
    return made.whole;
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

function readFiles(folder: string): FromFiles {
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
  return { sources, catalogue, units, law: lawSchema.parse(readData(folder, 'law.yaml')) };
}

/** Whatever else is wrong with a draft is no matter yet. */
const isDraft = (source: string, file: string): boolean =>
  z.object({ status: z.literal('draft') }).safeParse(readYaml(source, file).value).success;

const inWords = ({ file, line, column, path: at, message }: PlacedProblem): string =>
  `${file}:${line}:${column} ${at.length > 0 ? `${pathWords(at)}: ` : ''}${message.en}`;
