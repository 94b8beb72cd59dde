import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { stepView } from '#lib/http/request-drafts/step-view.ts';
import { isOfStep, type RequestStep } from '#lib/procedures/requests/request-steps.ts';
import { AboutUnit } from '../../../about-unit.tsx';
import { formWords, savingOf } from '../../../draft-words.ts';
import { unitAsked } from '../../../known-beforehand.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import { writePage } from '../../../write-page.ts';

/** A page of questions with what was answered so far. */
export async function QuestionsPage({
  open,
  step,
  fromReview,
  drawn,
}: {
  open: OpenDraft;
  step: Extract<RequestStep, { kind: 'forWhom' | 'section' }>;
  fromReview: boolean;
  /** Which drawing of the page it is: one that was saved begins anew. */
  drawn: string;
}) {
  const { t, lang } = await pageContext();
  const { type, mode, steps, draft, ticket, session } = open;
  const place = { code: type.code, draft: draft.id, step: step.slug };
  const answers = Object.fromEntries(Object.entries(open.answers).filter(([name]) => isOfStep(step, name)));
  const parts = { type, mode, steps, step, raw: rawOf(answers), ticket, revision: draft.revision, fromReview, t, lang };
  const units = step.kind === 'section' && step.fields.some(({ kind }) => kind === 'archivalUnit');
  const known = units ? await Promise.all(Object.values(answers).flat().map(unitAsked)) : [];
  return (
    <>
      <AboutUnit units={known.filter((unit) => unit !== null)} />
      <div className={step.kind === 'section' && step.fields.length > 1 ? undefined : 'one-question'}>
        <AnsweredForm
          key={drawn}
          id="richiesta"
          label={type.title[lang]}
          answer={writePage.bind(null, place)}
          start={{ form: stepView(parts), problems: [], notice: null, turn: 0 }}
          words={formWords(t)}
          saving={savingOf(place, session.agent, t)}
        />
      </div>
      <p className="aside">{t('draft.keptUntil')}</p>
    </>
  );
}
