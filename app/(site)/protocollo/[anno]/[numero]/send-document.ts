'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { loadRegister } from '../../load-register.ts';
import type { FormAnswer } from '../../register-form.tsx';

const letterSchema = z.object({ to: z.email().max(300), text: z.string().min(1).max(10_000) });

/** Sends an outgoing registration from the box of PEC. */
export async function sendDocument(before: FormAnswer, data: FormData): Promise<FormAnswer> {
  const { t, lang } = await pageContext();
  const { keeps } = await loadRegister();
  const raw = rawForm(data);
  const sent = { to: raw.text('to'), text: raw.text('text') };
  const again = (line: string): FormAnswer => ({ turn: turnAfter(before), sent, lines: [line] });
  if (!keeps.allowed) return again(keeps.reason.text[lang]);
  const key = /^(\d{4})\/(\d{1,7})$/.exec(raw.text('key'));
  const read = letterSchema.safeParse(sent);
  const { protocol, mail } = composition();
  if (!mail.address || !mail.smtp) return again(t('protocol.messagesOff'));
  if (!key || !read.success) return again(t('protocol.sendWanted'));
  const [year, number] = [Number(key[1]), Number(key[2])];
  const { to, text } = read.data;
  if (!(await protocol.send({ year, number }, { from: mail.address, to: [to], text })))
    return again(t('protocol.refused.annulled'));
  redirect(`/protocollo/${year}/${number}?fatto=modifica`);
}
