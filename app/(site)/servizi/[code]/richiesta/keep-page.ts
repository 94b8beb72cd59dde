import { redirect } from 'next/navigation';
import { mayFileAs } from '#lib/access/filing.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { readTicket } from '#lib/auth/draft-ticket.ts';
import { composition } from '#lib/composition.ts';
import { answersOf } from '#lib/http/request-drafts/draft-form.ts';
import { isOfStep, requestSteps, type RequestStep } from '#lib/procedures/requests/request-steps.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { SaveResult } from '#lib/store/request-drafts/request-drafts.ts';
import { draftPath } from './draft-path.ts';

/** A page of the form of a request, by the address that it has. */
export interface PagePlace {
  code: string;
  draft: string;
  step: string;
}

/** Saves a page of a form as it was sent. @param next where they are afterwards, if it is not the same page */
export function keepPage(
  { session, type, step, draft }: { session: CitizenSession; type: ProcedureType; step: RequestStep; draft: string },
  data: FormData,
  { next = step.slug, takesVersion }: { next?: string; takesVersion: boolean },
): Promise<SaveResult> {
  const answers = answersOf(data, type);
  const [asked] = answers['for'] ?? [];
  const whom = [session.agent, ...mayFileAs(session, type.code).map(({ agent }) => agent)].find(
    (agent) => agent === asked,
  );
  return composition().requestDrafts.save(session.agent, draft, {
    type,
    step: next,
    ...(step.kind === 'forWhom' ? { forAgent: whom ?? session.agent } : {}),
    answers,
    isOfPage: (name) => isOfStep(step, name),
    takesVersion,
  });
}

/**
 * The session ended while the page was filled in: what was typed is saved for whose page it was, and is there when they have signed in again. Of
 * a draft nothing is shown for that.
 */
export async function keepUnsigned(
  { code, draft, step }: PagePlace,
  type: ProcedureType,
  data: FormData,
): Promise<never> {
  const { authSecret, requestDrafts } = composition();
  const given = data.get('ticket');
  const ticket = await readTicket(typeof given === 'string' ? given : '', await authSecret());
  const sound = ticket?.draft === draft && ticket.type === code ? ticket : null;
  const page = requestSteps(type, true).find(({ slug }) => slug === step);
  if (sound && page)
    await requestDrafts.save(sound.owner, draft, {
      type,
      step,
      answers: answersOf(data, type),
      isOfPage: (name) => isOfStep(page, name),
      takesVersion: false,
    });
  const returnTo = sound ? draftPath(code, draft, step) : `/servizi/${code}/richiesta`;
  redirect(`/accedi?${new URLSearchParams({ returnTo })}`);
}
