import { fiscalCodeOf } from '#lib/records/codice-fiscale.ts';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import type { DataField } from '#lib/procedures/types/filing.ts';
import { rowsOf } from './answer-parts.ts';
import type { RawForm } from './raw-form.ts';

type Answer = FilingFacts['answers'][string];

/** What was typed as answers to the fields of a type: absent where nothing was. Whether they are sound `checkAnswers` says. */
export function readAnswers(fields: readonly DataField[], raw: RawForm): FilingFacts['answers'] {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const answer = answerOf(field, raw);
      return answer === undefined ? [] : [[field.name, answer]];
    }),
  );
}

function answerOf(field: DataField, raw: RawForm): Answer | undefined {
  const name = `a.${field.name}`;
  const text = raw.text(name);
  switch (field.kind) {
    case 'choice':
      if (!field.many) return text || undefined;
      return raw.all(name).length > 0 ? raw.all(name) : undefined;
    case 'yesNo':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'number':
    case 'euro':
      return text === '' ? undefined : numberOf(text);
    case 'fiscalCode':
      return text === '' ? undefined : fiscalCodeOf(text);
    case 'address':
      return rows(field, raw, ['street', 'number', 'interior', 'note']);
    case 'parcel':
      return rows(field, raw, ['sheet', 'parcel', 'unit']);
    case 'archivalUnit': {
      const units = Array.from({ length: rowsOf(field, raw) }, (_, row) =>
        unitOf(raw.text(`${name}.${row}.id`)),
      ).filter((unit) => unit !== '');
      return units.length === 0 ? undefined : field.many ? units : (units[0] ?? '');
    }
    default:
      return text === '' ? undefined : text;
  }
}

function rows(
  field: Extract<DataField, { many?: boolean | undefined }>,
  raw: RawForm,
  parts: readonly string[],
): Answer | undefined {
  const filled = Array.from({ length: rowsOf(field, raw) }, (_, row) => row).flatMap((row) => {
    const given = parts.flatMap((part) => {
      const text = raw.text(`a.${field.name}.${row}.${part}`);
      return text === '' ? [] : [[part, text] as const];
    });
    return given.length === 0 ? [] : [Object.fromEntries(given)];
  });
  if (filled.length === 0) return undefined;
  return field.many ? filled : (filled[0] ?? {});
}

/** As Italians write numbers: a comma before the cents, points between thousands. What is no number stays as it was typed, to be told so. */
function numberOf(text: string): number | string {
  const plain = text.replace(/[€\s]/g, '');
  const written = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) ? plain.replaceAll('.', '') : plain;
  const number = Number(written.replace(',', '.'));
  return written !== '' && Number.isFinite(number) ? number : text;
}

/** The id of a unit, also out of the address of its page. */
function unitOf(text: string): string {
  return /\/(?:records|id)\/([\w-]+)/.exec(text)?.[1] ?? text;
}
