'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { daySchema } from '#lib/procedures/day.ts';
import { romeInstant } from '#lib/procedures/rome.ts';
import { loadRegister } from '../load-register.ts';
import type { FormAnswer } from '../register-form.tsx';

const words = z.string().min(1).max(1000);
const openingSchema = z.object({ at: words, reason: words, authorisedBy: words, act: words });

/** Opens the emergency register: who authorises it, by which act, since when and why. */
export async function openEmergency(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { answers, by } = await loadRegister();
  const raw = rawForm(data);
  const sent = Object.fromEntries(['at', 'reason', 'authorisedBy', 'act'].map((name) => [name, raw.text(name)]));
  const again = (line: string): FormAnswer => ({ turn: turnAfter(before), sent, lines: [line] });
  if (!answers.allowed) return again(answers.reason.text[lang]);
  const read = openingSchema.safeParse(sent);
  const startedAt = read.success ? romeInstant(read.data.at) : null;
  const { protocol, now } = composition();
  if (!read.success || !startedAt || startedAt > now()) return again(t('protocol.emergencyInstant'));
  const { reason, authorisedBy, act } = read.data;
  const result = await protocol.openEmergency({ startedAt, reason, authorisedBy, act, openedBy: by });
  if (result === 'open') return again(t('protocol.emergencyIsOpen'));
  redirect('/protocollo/emergenza');
}

/** The register can be reached again. */
export async function endEmergency(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { answers, by } = await loadRegister();
  const raw = rawForm(data);
  const again = (line: string): FormAnswer => ({
    turn: turnAfter(before),
    sent: { at: raw.text('at') },
    lines: [line],
  });
  if (!answers.allowed) return again(answers.reason.text[lang]);
  const at = romeInstant(raw.text('at'));
  const { protocol, now } = composition();
  const id = raw.text('id');
  if (!at || at > now() || !/^\d{1,18}$/.test(id) || (await protocol.endEmergency(id, at, by)) !== 'done')
    return again(t('protocol.emergencyInstant'));
  redirect('/protocollo/emergenza');
}

const daySaid = z.object({
  id: z.string().regex(/^\d{1,18}$/),
  day: daySchema,
  operations: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
});

/** How many operations were registered by hand on a day (art. 63 c. 3). */
export async function noteEmergencyDay(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { keeps, by } = await loadRegister();
  const raw = rawForm(data);
  const sent = Object.fromEntries(['day', 'operations'].map((name) => [name, raw.text(name)]));
  const again = (line: string): FormAnswer => ({ turn: before.turn + 1, sent, lines: [line] });
  if (!keeps.allowed) return again(keeps.reason.text[lang]);
  const read = daySaid.safeParse({ id: raw.text('id'), ...sent });
  if (!read.success || (await composition().protocol.noteEmergencyDay(read.data, by)) !== 'done')
    return again(t('protocol.emergencyDayWanted'));
  redirect('/protocollo/emergenza');
}
