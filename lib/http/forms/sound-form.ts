import { z } from 'zod';
import type { FormPart, FormState, FormView } from '#lib/http/form-view.ts';
import { noteForged } from './form-run.ts';

const text = z.string().max(20_000);
const named = { name: text, label: text, help: text.optional(), required: z.boolean().optional() };
const input = z.object({
  ...named,
  kind: z.enum(['text', 'area', 'date', 'dateTime', 'email', 'tel', 'number']),
  value: text.optional(),
  maxLength: z.number().optional(),
  autoComplete: text.optional(),
  width: z.enum(['short', 'medium']).optional(),
});
const choice = z.object({
  ...named,
  kind: z.enum(['select', 'radios', 'checks']),
  options: z.array(z.object({ value: text, label: text, help: text.optional() })).max(5000),
  values: z.array(text).optional(),
});
const file = z.object({ ...named, kind: z.literal('file'), accept: text, multiple: z.boolean().optional() });
const words = z.object({ kind: z.literal('words'), name: text, lines: z.array(text) });
const summary = z.object({
  kind: z.literal('summary'),
  name: text,
  label: text,
  rows: z.array(z.object({ label: text, lines: z.array(text) })),
});
const group: z.ZodType<FormPart> = z.lazy(() =>
  z.object({
    ...named,
    kind: z.literal('group'),
    parts: z.array(part),
    more: z.object({ label: text, intent: text }).optional(),
    row: z.boolean().optional(),
  }),
);
const part: z.ZodType<FormPart> = z.lazy(() => z.union([input, choice, file, words, summary, group]));
const form: z.ZodType<FormView> = z.object({
  parts: z.array(part).max(1000),
  hidden: z.array(z.object({ name: text, value: text })).max(1000),
  buttons: z.array(z.object({ label: text, intent: text, manner: z.enum(['primary', 'secondary', 'plain']) })).max(20),
});
const stateSchema = z.object({ form });
const turnSchema = z.object({ turn: z.int().min(0).max(1_000_000) });

/**
 * The form that was drawn before, as it comes back with what was typed: without script it travels by the browser, where anybody may write
 * another. One that we cannot have drawn is null, and its answer says 400.
 */
export function soundForm(before: Pick<FormState, 'form'>): FormView | null {
  const { success, data } = stateSchema.safeParse(before);
  if (!success) noteForged();
  return success ? data.form : null;
}

/** The number of the answer that follows, whatever was sent as the former. */
export function turnAfter(before: { turn: number }): number {
  const { success, data } = turnSchema.safeParse(before);
  if (!success) noteForged();
  return success ? data.turn + 1 : 1;
}

/** What stands in the place of a form that is none of ours. */
export const forgedForm: FormView = {
  parts: [
    {
      kind: 'words',
      name: 'forged',
      lines: [
        'Questo modulo non è quello che il sito ha mostrato: niente è stato registrato. Ricarica la pagina e ricomincia.',
        'This form is not the one that the site showed: nothing was registered. Reload the page and start again.',
      ],
    },
  ],
  hidden: [],
  buttons: [],
};
