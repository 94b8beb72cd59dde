import { randomBytes } from 'node:crypto';
import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayWrite } from '#lib/access/request-drafts.ts';
import { sealTicket } from '#lib/auth/draft-ticket.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { rawOf } from '#lib/http/request-drafts/draft-form.ts';
import { stepView } from '#lib/http/request-drafts/step-view.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import { loadType } from '../load-type.ts';
import { AboutUnit } from './about-unit.tsx';
import { formWords, savingOf } from './draft-words.ts';
import { knownBeforehand } from './known-beforehand.ts';
import { modeOf, stepsFor } from './open-draft.ts';
import { OwnDrafts } from './own-drafts.tsx';
import { RequestFrame } from './request-frame.tsx';
import { SignInFirst } from './sign-in-first.tsx';
import { TwoSteps } from './two-steps.tsx';
import { writePage } from './write-page.ts';

interface RequestPageProps {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const context = await pageContext();
  const type = loadType((await params).code);
  if (!type) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: `${context.t('request.title')}: ${type.title[context.lang]}`,
    path: `/servizi/${type.code}/richiesta`,
    index: false,
  });
}

/** The first page of the form of a request, for who has signed in; it becomes a draft with what is typed. */
export default async function RequestPage({ params, searchParams }: RequestPageProps) {
  const { t, lang } = await pageContext();
  const type = loadType((await params).code);
  if (!type) return <Missing />;
  const session = await currentSession();
  const beforehand = await knownBeforehand(
    type,
    await searchParams,
    session?.kind === 'citizen' ? session.agent : null,
  );
  const steps = mayWrite(session, type) ? stepsFor(session, type) : [];
  const [step] = steps;
  if (!mayWrite(session, type) || !step)
    return (
      <div className="container narrow request-page">
        <p className="desk-crumb">
          <a href={`/servizi/${type.code}`}>‹ {type.title[lang]}</a>
        </p>
        <p className="kicker">{t('request.title')}</p>
        <h1>{type.title[lang]}</h1>
        <AboutUnit units={beforehand.units} />
        {isOnline(type) ? <SignInFirst session={session} /> : <p className="empty">{t('request.notOnline')}</p>}
      </div>
    );
  const draft = randomBytes(16).toString('hex');
  const place = { code: type.code, draft, step: step.slug };
  const ticket = await sealTicket({ owner: session.agent, draft, type: type.code }, await composition().authSecret());
  const raw = rawOf(beforehand.answers);
  const parts = {
    type,
    mode: modeOf(session, type),
    steps,
    step,
    raw,
    ticket,
    revision: 0,
    fromReview: false,
    t,
    lang,
  };
  return (
    <RequestFrame type={type} steps={steps} step={step} open={null}>
      <OwnDrafts session={session} type={type} />
      <AboutUnit units={beforehand.units} />
      <TwoSteps agent={session.agent} type={type} />
      <div className={step.kind === 'section' && step.fields.length > 1 ? undefined : 'one-question'}>
        <AnsweredForm
          id="richiesta"
          label={type.title[lang]}
          answer={writePage.bind(null, place)}
          start={{ form: stepView(parts), problems: [], notice: null, turn: 0 }}
          words={formWords(t)}
          saving={savingOf(place, session.agent, t)}
        />
      </div>
      <p className="aside">{t('draft.keptUntil')}</p>
    </RequestFrame>
  );
}
