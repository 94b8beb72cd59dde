'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { messageWants, writtenText } from '#lib/http/message-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { requestHash } from '#lib/http/request-hash.ts';
import { doneAddress, formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** The office writes to a party of a case. */
export async function writeToParty(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures } = composition();
  const desk = await loadDesk();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const notSent = (...lines: string[]) => again({ notice: { title: t('talk.notSent'), lines } });
  const problems = messageWants(raw, t);
  if (problems.length > 0) return again({ problems });
  const id = raw.text('case');
  const view = await procedures.findCase(id, desk.reach);
  if (!view) return notSent(t('case.unknownText'));
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAct(desk.session, facts, 'writeMessage', desk.organisation);
  if (!permission.allowed) return notSent(permission.reason.text[lang]);
  const thread = threadsOf(desk.session, facts, desk.organisation).find((one) => one === raw.text('thread'));
  if (!thread) return notSent(t('case.unknownText'));
  const text = writtenText(raw, 'text');
  const result = await procedures.messages.write({
    id,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
    party: null,
    thread,
    text,
    idempotency: {
      client: `officer:${desk.session.member}`,
      key: raw.text('key').slice(0, 100),
      requestHash: requestHash(Buffer.from(JSON.stringify({ id, thread, text })), []),
    },
  });
  switch (result.kind) {
    case 'written':
      redirect(doneAddress(raw, id, 'message', 'messaggi'));
    case 'refused':
      return notSent(...result.reasons.map(({ text: why }) => why[lang]));
    case 'tooMany':
      return notSent(t('talk.tooMany'));
    case 'keyReused':
      return notSent(t('talk.twice'));
    case 'unknown':
      return notSent(t('case.unknownText'));
  }
}
