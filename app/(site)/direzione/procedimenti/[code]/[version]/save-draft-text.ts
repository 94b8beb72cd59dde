'use server';

import { plainText } from '#lib/http/plain-text.ts';
import { composition } from '#lib/composition.ts';
import { writePlainFields } from '#lib/procedures/types/plain-fields.ts';
import { answerEdit, type DraftForm } from './answer-edit.ts';
import type { EditState } from './edit-state.ts';

/** Longer than any type, and than the reader of YAML takes. */
const longest = 500_000;

/** Saves the text of a draft as it was written. */
export async function saveDraftText(draft: DraftForm, before: EditState, data: FormData): Promise<EditState> {
  const text = plainText(String(data.get('text') ?? '')).replaceAll('\r\n', '\n');
  return answerEdit(draft, before, data, { text }, () => (text.length > longest ? { tooLong: true } : { text }));
}

/** Writes what the forms say into the text that the draft has now. */
export async function saveDraftFields(draft: DraftForm, before: EditState, data: FormData): Promise<EditState> {
  const said = new Map(
    [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, plainText(value)] as const] : [])),
  );
  const units = composition().procedureTypes.units();
  return answerEdit(draft, before, data, Object.fromEntries(said), (source) => ({
    text: writePlainFields(source, units, said),
  }));
}
