'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAnswer, partyFor } from '#lib/access/answering.ts';
import { caseFacts } from '#lib/access/case-facts.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { answerWants } from '#lib/http/answer-form.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { writtenText } from '#lib/http/message-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { requestHash } from '#lib/http/request-hash.ts';
import { askedOf, eventsOf } from '../../load-my-case.ts';
import { readAnswerDocuments } from './read-answer-documents.ts';
import { sessionOver } from './session-over.ts';

/** Sends what a party answers: registered, put into the fascicolo, and the term runs again. What is wrong is said beside its field. */
export async function sendAnswer(id: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures, organisation } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const session = await currentSession();
  if (session?.kind !== 'citizen') return again({ notice: sessionOver(`/mia-pagina/pratiche/${id}`, t) });
  const reach = reachOf(session, organisation());
  const view = await procedures.findCase(id, reach);
  if (!view) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAnswer(session, facts, organisation());
  const asked = askedOf(session, view, facts, await eventsOf(id, reach));
  const party = asked && partyFor(session, facts, asked.whom);
  if (!asked || !party)
    return again({
      notice: { title: t('asked.refused'), lines: permission.allowed ? [] : [permission.reason.text[lang]] },
    });
  const { documents, problems } = await readAnswerDocuments(asked, raw);
  const wants = [...problems, ...answerWants(asked, raw, { t, lang })];
  if (wants.length > 0) return again({ problems: wants });
  const words = writtenText(raw, 'words') || null;
  const result = await procedures.answerRequest({
    id,
    reach,
    actor: { kind: 'citizen', id: session.agent },
    sender: { name: session.name },
    party: { agent: party, name: view.parties.find(({ agent }) => agent === party)?.name ?? session.name },
    about: { title: view.line.title, ...view.line.protocol, asked: asked.what.it },
    words,
    documents,
    idempotency: {
      client: `citizen:${session.agent}`,
      key: raw.text('key').slice(0, 100),
      requestHash: requestHash(
        Buffer.from(JSON.stringify({ id, words, codes: documents.map(({ code }) => code) })),
        documents,
      ),
    },
  });
  switch (result.kind) {
    case 'answered':
      redirect(`/mia-pagina/pratiche/${id}/ricevute/${result.record}`);
    case 'refused':
    case 'notAdmitted':
      return again({ notice: { title: t('asked.refused'), lines: result.reasons.map(({ text }) => text[lang]) } });
    case 'tooMany':
      return again({ notice: { title: t('asked.refused'), lines: [t('asked.tooMany')] } });
    case 'keyReused':
      return again({ notice: { title: t('asked.refused'), lines: [t('request.sentAlready')] } });
    case 'unknown':
      return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  }
}
