import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { composition } from '#lib/composition.ts';
import { actsOf, type DeliveryFormParts, prepareForm } from '#lib/http/delivery-forms.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { activityOf } from '#lib/procedures/cases/activity-begun.ts';
import { type Notice, receivedByAll, withoutReceipt } from '#lib/procedures/cases/notices.ts';
import type { DeliveryChannel } from '#lib/procedures/delivery/channels.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import type { Graph } from '#lib/procedures/types/graph.ts';
import type { DeliveryView } from '#lib/store/deliveries/delivery-store.ts';
import { prepareDeliveryOf } from './deliver-act.ts';
import { DeliveryLine } from './delivery-line.tsx';
import type { DeskCase } from './load-case.ts';

/** The acts of a case that must be communicated: by what they went, where each stands, and the ways that are open. */
export async function Deliveries({ found, here, Part }: { found: DeskCase; here: string; Part: 'h2' | 'h3' }) {
  const { procedure } = found.view;
  if (procedure.notices.length === 0) return null;
  const { t, lang } = await pageContext();
  const { deliveries, staff, today } = composition();
  const { desk, facts, view } = found;
  const all = await deliveries.ofCase(procedure.id);
  const by = all.flatMap((one) => one.facts.map((fact) => fact.by.replace(/^officer:/, '')));
  const names = await staff.namesOfMembers(by);
  const may = mayAct(desk.session, facts, 'noteDelivery', desk.organisation).allowed;
  const parts: DeliveryFormParts = { view, here, today: today(), t, lang };
  const Inner = Part === 'h2' ? 'h3' : 'h4';
  return (
    <section aria-labelledby="consegne" className="deliveries">
      <Part id="consegne" tabIndex={-1}>
        {t('deliveries.title')}
      </Part>
      {procedure.notices.toReversed().map((notice) => (
        <article key={notice.n} aria-labelledby={`atto-${notice.n}`}>
          <Inner id={`atto-${notice.n}`}>
            {nameOf(found, notice)[lang]}{' '}
            <span className="aside">
              {t('deliveries.to', { whom: t(`deliveries.${notice.whom}`) })} · {dayInWords(notice.on, lang)}
            </span>
          </Inner>
          <Standing found={found} notice={notice} />
          <ul className="plain">
            {all
              .filter(({ delivery }) => delivery.notice === notice.n)
              .map((one) => (
                <DeliveryLine key={one.id} one={one} may={may} parts={parts} names={names} />
              ))}
          </ul>
          {may && isOpen(found, notice, all) ? <Ways notice={notice} parts={parts} /> : null}
        </article>
      ))}
    </section>
  );
}

function nameOf({ view: { context } }: DeskCase, { about }: Notice) {
  const graph: Graph = context.type.graph;
  const outcome = graph.ends[about]?.outcome;
  return activityOf(context, about)?.name ?? (outcome ? outcomeWords[outcome] : { it: about, en: about });
}

/** Whether somebody is still without: by an open way, or by none. */
function isOpen({ view }: DeskCase, notice: Notice, all: readonly DeliveryView[]): boolean {
  if (notice.whom !== 'otherBodies') return withoutReceipt(view.procedure.filing.parties, notice).length > 0;
  return !all.some(({ delivery }) => delivery.notice === notice.n && delivery.state === 'sent');
}

/** Who has it and who has not. */
async function Standing({ found: { view }, notice }: { found: DeskCase; notice: Notice }) {
  const { t, lang } = await pageContext();
  const { filing, legal } = view.procedure;
  const all = receivedByAll(filing.parties, notice);
  if (all !== null)
    return (
      <p>
        {t('deliveries.all', { day: dayInWords(all, lang) })}
        {notice.effectiveOn ? ` ${t('deliveries.effective', { day: dayInWords(notice.effectiveOn, lang) })}` : ''}
      </p>
    );
  const entry = legal?.ledger.find(({ id }) => id === notice.entry);
  if (entry?.kind === 'art10bis' && entry.receivedOn !== null)
    return <p>{t('deliveries.byHandNoted', { day: dayInWords(entry.receivedOn, lang) })}</p>;
  const names = withoutReceipt(filing.parties, notice).map(
    (agent) => view.parties.find((one) => one.agent === agent)?.name ?? agent,
  );
  return (
    <p className="deliveries-without">
      {names.length > 0 ? t('deliveries.without', { names: names.join(', ') }) : t('deliveries.none')}
    </p>
  );
}

/** The ways that this installation has, each with its form. */
async function Ways({ notice, parts }: { notice: Notice; parts: DeliveryFormParts }) {
  const { t } = await pageContext();
  const { mail, send } = composition();
  if (actsOf(parts.view).length === 0)
    return (
      <p className="aside">
        {t('deliveries.noAct')} <a href="#fascicolo">{t('deliveries.addAct')}</a>
      </p>
    );
  const ways: [DeliveryChannel, string][] = [
    ...(mail.smtp && mail.address ? [['pec', t('deliveries.byPec')] as [DeliveryChannel, string]] : []),
    ['post', t('deliveries.byPost')],
    ['hand', t('deliveries.byHand')],
    ...(send && notice.whom !== 'otherBodies' ? [['send', t('deliveries.bySend')] as [DeliveryChannel, string]] : []),
  ];
  return (
    <div className="deliveries-ways">
      {ways.map(([channel, label]) => (
        <AnsweredForm
          key={`${channel}-${parts.view.procedure.version}`}
          id={`${channel}-${notice.n}`}
          label={label}
          fold={{ summary: label, group: `vie-${notice.n}` }}
          answer={prepareDeliveryOf}
          start={{ form: prepareForm(channel, notice, parts), problems: [], notice: null, turn: 0 }}
          {...(channel === 'hand' ? { files: fileWords(t) } : {})}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ))}
    </div>
  );
}
