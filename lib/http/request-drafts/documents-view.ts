import { acceptOf, plainFormats } from '#lib/http/file-format.ts';
import type { FormPart, FormView } from '#lib/http/form-view.ts';
import { documentPart } from '#lib/http/request-form.ts';
import type { RequiredDocument } from '#lib/procedures/types/filing.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { fromOf, stepButtons, type StepParts } from './step-view.ts';

/** The documents that a type asks for. */
export const documentsOf = (type: ProcedureType): readonly RequiredDocument[] =>
  'documents' in type ? type.documents : [];

/** The page of documents: one box for each that is not there yet, and one for whatever else. */
export function documentsView(
  parts: Omit<StepParts, 'raw' | 'mode' | 'revision'>,
  there: ReadonlySet<string>,
): FormView {
  const { type, step, t, lang, ticket } = parts;
  const wanted = documentsOf(type).filter(({ code }) => !there.has(code));
  const further: FormPart = {
    kind: 'file',
    name: 'd.other',
    label: t('draft.furtherFiles'),
    help: t('request.formats', { formats: [...new Set(plainFormats)].join(', ').toUpperCase() }),
    accept: acceptOf(plainFormats),
    multiple: true,
  };
  return {
    parts: [...wanted.map((document) => documentPart(document, t, lang)), further],
    hidden: [{ name: 'ticket', value: ticket }, { name: 'step', value: step.slug }, ...fromOf(parts)],
    buttons: [
      { label: t('draft.attach'), intent: 'attach', manner: 'secondary' },
      ...stepButtons(parts).filter(({ intent }) => intent !== 'save'),
    ],
  };
}
