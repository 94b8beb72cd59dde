import { z } from 'zod';
import type { LooseType } from './loose-type.ts';
import { problem, type TypeProblem } from './problem.ts';

const fieldTrigger = z.object({
  retention: z.object({
    disposition: z.literal('discard'),
    trigger: z.literal('dataField'),
    field: z.string().optional(),
  }),
});

/** What the rest of a type expects the application to ask for. */
export function checkFields(type: LooseType): TypeProblem[] {
  return [...triggers(type), ...accessPoints(type), ...silenceField(type)];
}

function triggers({ outcomes: declared, fields }: LooseType): TypeProblem[] {
  return Object.entries(declared).flatMap(([outcome, rule]) => {
    const read = fieldTrigger.safeParse(rule);
    if (!read.success || fields.some((field) => field?.name === read.data.retention.field)) return [];
    return [
      problem(
        'triggerWithoutField',
        ['outcomes', outcome, 'retention'],
        'la conservazione decorre da un dato che la domanda non chiede',
        'retention runs from a field that the application does not ask for',
      ),
    ];
  });
}

/** An address, a parcel or an archival unit that the case is found by is asked for in the application. */
function accessPoints({ accessPoints: needs, fields }: LooseType): TypeProblem[] {
  return Object.entries(needs).flatMap(([kind, need]) => {
    const asked = fields.filter((field) => field?.kind === kind);
    const right =
      need === 'none'
        ? asked.length === 0
        : need === 'required'
          ? asked.some((field) => field?.required)
          : asked.length > 0;
    if (right || !['none', 'optional', 'required'].includes(need)) return [];
    return [
      problem(
        'accessPointNotAsked',
        ['accessPoints', kind],
        `«${need}» non si accorda con i dati che la domanda chiede (fields)`,
        `"${need}" does not agree with the data that the application asks for (fields)`,
      ),
    ];
  });
}

/** What decides whether silence counts is a question with an answer in every application. */
function silenceField({ silence, fields }: LooseType): TypeProblem[] {
  const name = silence.decidedBy?.field;
  if (name === undefined) return [];
  if (fields.some((field) => field?.name === name && field.kind === 'yesNo' && field.required)) return [];
  return [
    problem(
      'silenceWithoutField',
      ['silence', 'decidedBy', 'field'],
      `«${name}» non è una domanda obbligatoria da sì o no (fields)`,
      `"${name}" is no required yes/no question (fields)`,
    ),
  ];
}
