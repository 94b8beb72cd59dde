'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { partyFor } from '#lib/access/answering.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { messageWants, writtenText } from '#lib/http/message-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { requestHash } from '#lib/http/request-hash.ts';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import { sessionOver } from './session-over.ts';

/** A party writes to the office. */
export async function writeMessage(id: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures, organisation } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const session = await currentSession();
  if (session?.kind !== 'citizen') return again({ notice: sessionOver(`/mia-pagina/pratiche/${id}`, t) });
  const problems = messageWants(raw, t);
  if (problems.length > 0) return again({ problems });
  const reach = reachOf(session, organisation());
  const view = await procedures.findCase(id, reach);
  const facts = view && caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const thread = facts && threadsOf(session, facts, organisation()).find((one) => one === raw.text('thread'));
  const party = facts && thread && partyFor(session, facts, thread === applicantsThread ? 'applicant' : 'counterparty');
  const may = facts && mayAct(session, facts, 'writeMessage', organisation());
  if (may && !may.allowed) return again({ notice: { title: t('talk.notSent'), lines: [may.reason.text[lang]] } });
  if (!thread || !party) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const text = writtenText(raw, 'text');
  const result = await procedures.messages.write({
    id,
    reach,
    actor: { kind: 'citizen', id: session.agent },
    party,
    thread,
    text,
    idempotency: {
      client: `citizen:${session.agent}`,
      key: raw.text('key').slice(0, 100),
      requestHash: requestHash(Buffer.from(JSON.stringify({ id, thread, text })), []),
    },
  });
  const notSent = (...lines: string[]) => again({ notice: { title: t('talk.notSent'), lines } });
  switch (result.kind) {
    case 'written':
      redirect(`/mia-pagina/pratiche/${id}?fatto=messaggio#messaggio-${result.n}`);
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
