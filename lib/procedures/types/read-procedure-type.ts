import { z } from 'zod';
import { activityCatalogueSchema, catalogueOf, type ActivityCatalogue } from './activity-type.ts';
import { checkReferences } from './check-references.ts';
import { toProblems } from './issue-words.ts';
import type { PlacedProblem, TypeProblem } from './problem.ts';
import { procedureTypeShape, type ProcedureType } from './procedure-type.ts';
import { misplacedUnits, unitsSchema, type UnitNames } from './units.ts';
import { readYaml } from './yaml-source.ts';

export type Read<T> = { value: T; problems: [] } | { value: null; problems: PlacedProblem[] };

/** A version of a type from its YAML. A file with problems has no value, and all of them are named in the order of the lines. */
export function readProcedureType(text: string, fileName: string): Read<ProcedureType> {
  return read(text, fileName, procedureTypeShape, (raw) => [...checkReferences(raw), ...otherFileName(raw, fileName)]);
}

/** The shared catalogue of elementary activities from its YAML. */
export function readActivityCatalogue(text: string, fileName: string): Read<ActivityCatalogue> {
  const list = read(text, fileName, activityCatalogueSchema, repeatedActivities);
  return list.value ? { value: catalogueOf(list.value), problems: [] } : list;
}

/** The offices from their YAML. */
export function readUnits(text: string, fileName: string): Read<UnitNames> {
  const list = read(text, fileName, unitsSchema, misplacedUnits);
  return list.value ? { value: new Map(Object.entries(list.value.units)), problems: [] } : list;
}

function read<T>(
  text: string,
  fileName: string,
  schema: z.ZodType<T>,
  further: (raw: unknown) => TypeProblem[],
): Read<T> {
  const source = readYaml(text, fileName);
  if (source.value === undefined) return { value: null, problems: inOrder(source.problems) };
  const shape = schema.safeParse(source.value);
  const found = [...(shape.success ? [] : toProblems(shape.error.issues, source.value)), ...further(source.value)];
  const problems = inOrder([...source.problems, ...found.map(source.place)]);
  return shape.success && problems.length === 0 ? { value: shape.data, problems: [] } : { value: null, problems };
}

/** Problems found later, such as those of `checkGraph`, at their lines. */
export function placeProblems(text: string, fileName: string, problems: readonly TypeProblem[]): PlacedProblem[] {
  return inOrder(problems.map(readYaml(text, fileName).place));
}

const inOrder = (problems: readonly PlacedProblem[]): PlacedProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** `types/patrocinio.yaml` holds the type `patrocinio`: who looks for it finds it. */
function otherFileName(value: unknown, fileName: string): TypeProblem[] {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/(\.v\d+)?\.ya?ml$/, '');
  const code: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'code') : undefined;
  if (typeof code !== 'string' || code === name) return [];
  return [
    {
      code: 'otherFileName',
      path: ['code'],
      message: {
        it: `il codice è «${code}», il file si chiama «${name}»`,
        en: `the code is "${code}", the file is called "${name}"`,
      },
    },
  ];
}

const codesOf = z.object({ activities: z.array(z.object({ code: z.string() }).nullable().catch(null)) });

function repeatedActivities(raw: unknown): TypeProblem[] {
  const list = codesOf.safeParse(raw);
  const codes = list.success ? list.data.activities.map((activity) => activity?.code) : [];
  return codes.flatMap((code, index) =>
    code !== undefined && codes.indexOf(code) < index
      ? [
          {
            code: 'repeated',
            path: ['activities', index, 'code'],
            message: { it: `«${code}» c’è già`, en: `"${code}" is there already` },
          },
        ]
      : [],
  );
}
