'use server';

import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { mayWrite } from '#lib/access/request-drafts.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { turnAfter } from '#lib/http/forms/sound-form.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { stepProblems, stepView } from '#lib/http/request-drafts/step-view.ts';
import { draftPath, receiptPath } from './draft-path.ts';
import { keepPage, keepUnsigned, type PagePlace } from './keep-page.ts';
import { modeOf, stepsFor } from './open-draft.ts';
import { draftRefused } from './draft-refused.ts';

/** A page of questions was sent: it is kept whatever is wrong with it, and one goes on, back, or stays. */
export async function writePage(place: PagePlace, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const session = await currentSession();
  const type = procedureTypes.findType(place.code, today());
  if (!type) redirect('/servizi');
  if (!mayWrite(session, type)) return keepUnsigned(place, type, data);
  const steps = stepsFor(session, type);
  const at = steps.findIndex(({ slug }) => slug === place.step);
  const step = steps[at];
  if (!step) redirect(draftPath(place.code, place.draft));
  const raw = rawForm(data);
  const parts = { type, mode: modeOf(session, type), steps, step, raw, t, lang };
  const asked = (state: Partial<FormState>, revision = Number(raw.text('revision')) || 0): FormState => ({
    form: stepView({ ...parts, revision, ticket: raw.text('ticket'), fromReview: raw.text('from') !== '' }),
    problems: [],
    notice: null,
    turn: turnAfter(before),
    ...state,
  });
  const intent = raw.text('intent');
  const problems = intent === 'next' || intent === 'review' ? stepProblems(parts, session.agent) : [];
  const next =
    problems.length > 0
      ? step.slug
      : slugAfter(
          steps.map(({ slug }) => slug),
          at,
          intent,
        );
  const saved = await keepPage({ session, type, step, draft: place.draft }, data, { next, takesVersion: true });
  if (saved.kind === 'filed') redirect(receiptPath(place.code, saved.as));
  if (saved.kind !== 'saved') return asked({ notice: draftRefused(saved.kind, t) });
  if (problems.length > 0) return asked({ problems }, saved.revision);
  // One row more is not kept: nothing is in it.
  if (intent.startsWith('more:')) return asked({}, saved.revision);
  redirect(draftPath(place.code, place.draft, next) + (intent === 'save' ? `?salvata=${saved.revision}` : ''));
}

/** Where a press leads. */
function slugAfter(slugs: readonly string[], at: number, intent: string): string {
  const here = slugs[at] ?? '';
  if (intent === 'review') return 'controllo';
  if (intent === 'next') return slugs[at + 1] ?? here;
  return intent === 'back' ? (slugs[at - 1] ?? here) : here;
}
