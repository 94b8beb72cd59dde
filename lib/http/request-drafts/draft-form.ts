import { plainText } from '#lib/http/plain-text.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { answersFrom, type DraftAnswers } from '#lib/procedures/requests/draft-answers.ts';
import { isOfFields } from '#lib/procedures/requests/request-steps.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';

/** Of a form that was sent the answers to what its type asks, and for whom it is. */
export function answersOf(data: FormData, type: ProcedureType): DraftAnswers {
  const fields = 'fields' in type ? type.fields : [];
  const sent = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, plainText(value).trim()]] : [],
  );
  return answersFrom(sent, (name) => name === 'for' || isOfFields(fields, name));
}

/** Answers that were kept, as if they had just been sent. @param further fields beside them */
export function rawOf(answers: DraftAnswers, further: Readonly<Record<string, string>> = {}): RawForm {
  const data = new FormData();
  for (const [name, values] of Object.entries(answers)) for (const value of values) data.append(name, value);
  for (const [name, value] of Object.entries(further)) data.append(name, value);
  return rawForm(data);
}
