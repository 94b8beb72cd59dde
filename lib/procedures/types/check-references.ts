import { z } from 'zod';
import { checkFields } from './check-fields.ts';
import { looseType, type LooseType } from './loose-type.ts';
import { problem, type Path, type TypeProblem } from './problem.ts';

const stagedTerm = z.object({ days: z.number(), stages: z.array(z.object({ days: z.number() })) });
/** What the parts of a type say of each other and no shape can hold. Takes a broken type too. */
export function checkReferences(type: unknown): TypeProblem[] {
  const read = looseType.safeParse(type);
  if (!read.success) return [];
  return [
    ...validity(read.data),
    ...outcomes(read.data),
    ...repeated(
      'fields',
      read.data.fields.map((field) => field?.name),
    ),
    ...repeated(
      'documents',
      read.data.documents.map((document) => document?.code),
    ),
    ...repeated(
      'fees',
      read.data.fees.map((fee) => fee?.code),
    ),
    ...standards(read.data),
    ...stages(['term'], read.data.term),
    ...stages(['verification'], read.data.verification),
    ...checkFields(read.data),
  ];
}

function validity({ status, validFrom, validTo }: LooseType): TypeProblem[] {
  if (status === 'published' && validFrom === null)
    return [
      problem(
        'noValidFrom',
        ['validFrom'],
        'una versione pubblicata dice da quando vale',
        'a published version says from when it holds',
      ),
    ];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    return [
      problem(
        'endsBeforeStart',
        ['validTo'],
        'la validità finisce prima di cominciare',
        'validity ends before it begins',
      ),
    ];
  return [];
}

function outcomes({ outcomes: declared, silence, graph }: LooseType): TypeProblem[] {
  const known = new Set([...Object.keys(declared), ...(silence.kind === 'none' ? [] : [silence.kind])]);
  const ends = Object.entries(graph.ends).flatMap(([name, end]) => (end ? [{ name, outcome: end.outcome }] : []));
  const reached = new Set(ends.map(({ outcome }) => outcome));
  return [
    ...ends
      .filter(({ outcome }) => !known.has(outcome))
      .map(({ name, outcome }) =>
        problem(
          'outcomeUndeclared',
          ['graph', 'ends', name, 'outcome'],
          `l’esito «${outcome}» non è fra quelli del tipo (outcomes) né del suo silenzio`,
          `the outcome "${outcome}" is neither among the type's outcomes nor its silence`,
        ),
      ),
    ...[...known]
      .filter((outcome) => !reached.has(outcome))
      .map((outcome) =>
        problem(
          'outcomeWithoutEnd',
          outcome in declared ? ['outcomes', outcome] : ['silence', 'kind'],
          `nessuna fine del grafo ha l’esito «${outcome}»`,
          `no end of the graph has the outcome "${outcome}"`,
        ),
      ),
  ];
}

function repeated(part: string, codes: readonly (string | undefined)[]): TypeProblem[] {
  return codes.flatMap((code, index) =>
    code !== undefined && codes.indexOf(code) < index
      ? [problem('repeated', [part, index], `«${code}» c’è già`, `"${code}" is there already`)]
      : [],
  );
}

function standards({ indicators, standards: promised }: LooseType): TypeProblem[] {
  return promised.flatMap((standard, index) =>
    standard && !indicators.includes(standard.indicator)
      ? [
          problem(
            'standardWithoutIndicator',
            ['standards', index, 'indicator'],
            `«${standard.indicator}» non è fra gli indicatori del tipo`,
            `"${standard.indicator}" is not among the type's indicators`,
          ),
        ]
      : [],
  );
}

function stages(path: Path, term: unknown): TypeProblem[] {
  const read = stagedTerm.safeParse(term);
  if (!read.success) return [];
  const sum = read.data.stages.reduce((days, stage) => days + stage.days, 0);
  if (sum === read.data.days) return [];
  return [
    problem(
      'stagesDontAddUp',
      [...path, 'stages'],
      `le parti fanno ${sum} giorni, il termine ne ha ${read.data.days}`,
      `the parts make ${sum} days, the term has ${read.data.days}`,
    ),
  ];
}
