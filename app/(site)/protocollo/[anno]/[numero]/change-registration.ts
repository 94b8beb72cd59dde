'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import type { Change } from '#lib/store/protocol/protocol-store.ts';
import { loadRegister } from '../../load-register.ts';
import type { FormAnswer } from '../../register-form.tsx';

const words = z.string().min(1).max(2000);
const authorised = { authorisation: words, reason: words };
const person = words.transform((name) => [{ name }]);
const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assigned'), after: words }),
  z.object({ kind: z.literal('classified'), after: z.string().min(1).max(20) }),
  z.object({ kind: z.literal('annulled'), ...authorised }),
  z.object({ kind: z.literal('objectAnnulled'), after: words, ...authorised }),
  z.object({ kind: z.literal('senderAnnulled'), after: person, ...authorised }),
  z.object({ kind: z.literal('recipientsAnnulled'), after: person, ...authorised }),
]);

/** Assigns, classifies or annuls; the original stays. */
export async function changeRegistration(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { keeps, answers, by } = await loadRegister();
  const { protocol, procedureTypes } = composition();
  const raw = rawForm(data);
  const sent = Object.fromEntries(['kind', 'after', 'authorisation', 'reason'].map((name) => [name, raw.text(name)]));
  const again = (...lines: string[]): FormAnswer => ({ turn: turnAfter(before), sent, lines });
  const key = /^(\d{4})\/(\d{1,7})$/.exec(raw.text('key'));
  const read = changeSchema.safeParse(sent);
  if (!key || !read.success) return again(t('protocol.changeWanted'));
  const change: Change = read.data;
  const permission = change.kind === 'assigned' || change.kind === 'classified' ? keeps : answers;
  if (!permission.allowed) return again(permission.reason.text[lang]);
  if (change.kind === 'assigned' && !procedureTypes.units().has(change.after)) return again(t('protocol.changeWanted'));
  const [year, number] = [Number(key[1]), Number(key[2])];
  const result = await protocol.change({ year, number }, change, by);
  if (result !== 'done') return again(t(`protocol.refused.${result}`));
  redirect(`/protocollo/${year}/${number}?fatto=modifica`);
}
