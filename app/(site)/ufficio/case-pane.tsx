import { PhaseDots } from '#app/_components/phase-dots.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { activityOf } from '#lib/procedures/cases/activity-begun.ts';
import { partyAsked, partyAwaited } from '#lib/procedures/cases/party-awaited.ts';
import { actorWords } from '#lib/procedures/types/activity-type.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import { weekdayWords } from '#lib/procedures/day-words.ts';
import { dueWords } from '#lib/projections/due-words.ts';
import { ActionButtons } from './action-buttons.tsx';
import { DeskPayments } from './desk-payments.tsx';
import { Deliveries } from './deliveries.tsx';
import { CaseAnswers } from './case-answers.tsx';
import { Conversations } from './conversations.tsx';
import { CaseNotices } from './case-notices.tsx';
import { IdentityCheck } from './identity-check.tsx';
import { History } from './history.tsx';
import type { DeskCase } from './load-case.ts';
import { ReadingPermits } from './reading-permits.tsx';
import { RetentionLine } from './retention-line.tsx';
import { PartyList } from './party-list.tsx';

/** One case: what it is, where it stands, until when, what can be done next, what happened. */
export async function CasePane({ found, here, level }: { found: DeskCase; here: string; level: 1 | 2 }) {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const { view, names, facts, desk } = found;
  const { procedure, line, context } = view;
  const Heading = level === 1 ? 'h1' : 'h2';
  const Part = level === 1 ? 'h2' : 'h3';
  const due = dueWords(line, today());
  const activity = procedure.state === 'running' ? activityOf(context, procedure.at.node) : undefined;
  const units = procedureTypes.units();
  const handles = mayAct(desk.session, facts, 'writeNote', desk.organisation).allowed;
  return (
    <article className="case" aria-labelledby="case-title">
      <header>
        <p className="kicker">
          {context.type.title[lang]} ·{' '}
          {t('work.protocol', {
            number: String(line.protocol.number).padStart(7, '0'),
            year: String(line.protocol.year),
          })}
        </p>
        <Heading id="case-title" lang="it">
          {level === 1 ? line.title : <a href={`/ufficio/pratiche/${procedure.id}`}>{line.title}</a>}
        </Heading>
        <p className="case-subject" lang="it">
          {line.subject}
        </p>
        {line.unreadSince ? (
          <p className="case-unread">
            <a href="#messaggi">{t('desk.unreadHere')}</a>
          </p>
        ) : null}
      </header>
      <PhaseDots procedure={procedure} catalogue={context.catalogue} t={t} lang={lang} />
      <dl className="case-facts">
        <div>
          <dt>{t('case.now')}</dt>
          <dd>
            {procedure.state === 'running'
              ? `${activity?.name[lang] ?? procedure.at.activity}${procedure.at.dueOn ? ` · ${t('case.activityBy', { day: weekdayWords(procedure.at.dueOn, today())[lang] })}` : ''}`
              : outcomeWords[procedure.outcome][lang]}
            {activity && procedure.state === 'running' && procedure.at.state === 'waiting' ? (
              <span className="aside"> · {t('work.waits', { whom: actorWords[activity.actor][lang] })}</span>
            ) : null}
            {partyAsked(procedure, context) && !partyAwaited(procedure, context) ? (
              <strong> · {t('desk.answered')}</strong>
            ) : null}
          </dd>
        </div>
        <div className={`heat-${due.heat}`}>
          <dt>{t('case.term')}</dt>
          <dd>
            <span className="work-due">{due.words[lang]}</span>{' '}
            {procedure.legal ? <a href={`/ufficio/pratiche/${procedure.id}/termine`}>{t('case.why')}</a> : null}
          </dd>
        </div>
        <div>
          <dt>{t('case.unit')}</dt>
          <dd>
            {units.get(procedure.unit)?.[lang] ?? procedure.unit}
            {' · '}
            {procedure.assignee ? (names.get(procedure.assignee) ?? t('history.system')) : t('work.nobody')}
          </dd>
        </div>
        <div>
          <dt>{t('case.filed')}</dt>
          <dd>
            {dayInWords(procedure.filing.filedOn, lang)}, {t(`channel.${procedure.filing.channel}`)}
            {procedure.filing.channel === 'exOfficio'
              ? null
              : ` · ${t(`identification.${procedure.filing.identification}`)}`}
            {' · '}
            <a href={`/ufficio/pratiche/${procedure.id}/ricevuta`}>{t('case.receipt')}</a>
          </dd>
        </div>
        {procedure.state === 'closed' ? <RetentionLine record={procedure.id} /> : null}
      </dl>
      <ActionButtons found={found} here={here} Part={Part} />
      <DeskPayments found={found} here={here} Part={Part} />
      <Deliveries found={found} here={here} Part={Part} />
      <section aria-labelledby="case-parties">
        <Part id="case-parties">{t('case.parties')}</Part>
        <PartyList found={found} open={handles} />
      </section>
      <IdentityCheck found={found} Part={Part} />
      <CaseAnswers found={found} Part={Part} />
      <ReadingPermits found={found} Part={Part} />
      <Conversations found={found} here={here} Part={Part} />
      <CaseNotices found={found} Part={Part} />
      <History found={found} Part={Part} />
    </article>
  );
}
