import type { ActivityCatalogue } from './activity-type.ts';
import { checkGraph } from './check-graph.ts';
import type { Titolario } from '#lib/fascicoli/titolario.ts';
import type { Day } from '#lib/procedures/day.ts';
import { classNotInForce } from './check-titolario.ts';
import { unknownOffices } from './check-offices.ts';
import type { Graph } from './graph.ts';
import { problem, type PlacedProblem, type TypeProblem } from './problem.ts';
import { procedureTypeShape, type ProcedureType } from './procedure-type.ts';
import { placeProblems, readProcedureType } from './read-procedure-type.ts';
import type { UnitNames } from './units.ts';
import { readYaml } from './yaml-source.ts';

/** What a type may name. */
export interface CheckContext {
  catalogue: ActivityCatalogue;
  units: UnitNames;
  /** The versions of the titolario, and the day they are looked at. */
  titolari: readonly Titolario[];
  today: Day;
}

export interface CheckedSource {
  /** The type as far as it can be read, for showing; what is wrong with it is in `problems`. */
  type: ProcedureType | null;
  /** Its graph, also where something else is wrong; null where there is none to draw. */
  graph: Graph | null;
  /** All that is wrong, each once and in the order of the lines. */
  problems: PlacedProblem[];
  place(problem: TypeProblem): PlacedProblem;
}

/**
 * Everything that is wrong with the text of a version: its YAML, its shape, what its parts say of each other, its graph, its offices, and
 * that it is the version it is kept as.
 */
export function checkSource(
  text: string,
  kept: { code: string; version: number },
  context: CheckContext,
): CheckedSource {
  const file = `${kept.code}.yaml`;
  const source = readYaml(text, file);
  const { problems } = readProcedureType(text, file);
  const shape = procedureTypeShape.safeParse(source.value);
  const type = shape.success ? shape.data : null;
  const further = [
    ...(type
      ? [
          ...checkGraph(type, context.catalogue),
          ...unknownOffices(type, context.units),
          ...classNotInForce(type, context.titolari, context.today),
        ]
      : []),
    ...(type && type.version !== kept.version ? [otherVersion(type.version, kept.version)] : []),
  ];
  return {
    type,
    graph: type?.graph ?? graphIn(source.value),
    problems: [...problems, ...placeProblems(text, file, further)].toSorted(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    place: source.place,
  };
}

const otherVersion = (said: number, kept: number): TypeProblem =>
  problem(
    'otherVersion',
    ['version'],
    `questa è la versione ${kept}, il testo dice ${said}`,
    `this is version ${kept}, the text says ${said}`,
  );

/** The graph of a type that is not one yet, by whichever family has such graphs. */
function graphIn(value: unknown): Graph | null {
  const raw: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'graph') : undefined;
  for (const { shape } of procedureTypeShape.options) {
    const read = shape.graph.safeParse(raw);
    if (read.success) return read.data;
  }
  return null;
}
