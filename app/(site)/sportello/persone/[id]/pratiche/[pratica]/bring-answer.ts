'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { partyFor } from '#lib/access/answering.ts';
import { composition } from '#lib/composition.ts';
import { answerWants } from '#lib/http/answer-form.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { writtenText } from '#lib/http/message-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { requestHash } from '#lib/http/request-hash.ts';
import { readAnswerDocuments } from '../../../../../mia-pagina/pratiche/[id]/read-answer-documents.ts';
import { loadServedCase } from '../../../../load-person.ts';
import { personPath } from '../../../../served-places.ts';

/** Registers what somebody brought to the counter because the office had asked for it: as if they had sent it, and who took it is noted. */
export async function bringAnswer(
  { id, pratica }: { id: string; pratica: string },
  before: FormState,
  data: FormData,
): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures, organisation, counter } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const at = await loadServedCase(id, pratica);
  if (at.kind !== 'open')
    return again({
      notice: {
        title: t('counter.over'),
        lines: [t('counter.overText')],
        links: [{ href: personPath(id), label: t('counter.beginAgain'), apart: true }],
      },
    });
  const { served, found } = at;
  const { session } = served.counter;
  const { asked, facts, view } = found;
  const refused = (lines: string[]) => again({ notice: { title: t('asked.refused'), lines } });
  const permission = mayAct(session, facts, 'noteAnswer', organisation());
  if (!permission.allowed) return refused([permission.reason.text[lang]]);
  const party = asked && asked.whom === 'applicant' ? partyFor(served.person, facts, asked.whom) : null;
  if (!asked || !party) return refused([]);
  const { documents, problems } = await readAnswerDocuments(asked, raw);
  const wants = [...problems, ...answerWants(asked, raw, { t, lang })];
  if (wants.length > 0) return again({ problems: wants });
  const words = writtenText(raw, 'words') || null;
  const result = await procedures.answerRequest({
    id: pratica,
    reach: served.reach,
    actor: { kind: 'officer', id: session.member },
    sender: { name: served.person.name },
    party: { agent: party, name: view.parties.find(({ agent }) => agent === party)?.name ?? served.person.name },
    about: { title: view.line.title, ...view.line.protocol, asked: asked.what.it },
    words,
    documents,
    idempotency: {
      client: `officer:${session.member}`,
      key: raw.text('key').slice(0, 100),
      requestHash: requestHash(
        Buffer.from(JSON.stringify({ pratica, words, codes: documents.map(({ code }) => code) })),
        documents,
      ),
    },
  });
  switch (result.kind) {
    case 'answered':
      await counter.noteAbout(served.contact.code, session.member, pratica);
      redirect(`${personPath(id)}/pratiche/${pratica}/ricevute/${result.record}`);
    case 'refused':
    case 'notAdmitted':
      return refused(result.reasons.map(({ text }) => text[lang]));
    case 'tooMany':
      return refused([t('asked.tooMany')]);
    case 'keyReused':
      return refused([t('request.sentAlready')]);
    case 'unknown':
      return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  }
}
