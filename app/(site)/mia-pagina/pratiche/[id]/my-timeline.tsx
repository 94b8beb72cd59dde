import { pageContext } from '#app/_components/page-context.ts';
import { threadsOf } from '#lib/access/messages.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import { eventWords } from '#lib/projections/event-words.ts';
import type { CaseMessage, StoredEvent } from '#lib/store/procedures/procedure-store.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** What happened and what was written, the newest first, as far as it concerns who reads it. @param before earlier messages, where these are asked for */
export async function MyTimeline({ found, before }: { found: MyCaseFacts; before: number | undefined }) {
  const { t, lang } = await pageContext();
  const { view, events, mine, facts, places } = found;
  const { procedures, procedureTypes, organisation } = composition();
  const units = procedureTypes.units();
  const names = {
    graph: view.context.type.graph,
    catalogue: view.context.catalogue,
    unit: (code: string) => units.get(code) ?? { it: code, en: code },
    member: () => t('mine.theOffice'),
    documents: 'documents' in view.context.type ? view.context.type.documents : [],
  };
  const pages = await Promise.all(
    threadsOf(mine.session, facts, organisation()).map((thread) =>
      procedures.messages.list({
        id: view.procedure.id,
        reach: mine.reach,
        actor: { kind: 'citizen', id: readerOf(thread, found) },
        threads: [thread],
        before,
      }),
    ),
  );
  const messages = new Map(pages.flatMap((page) => page.messages.map((message) => [message.n, message])));
  const earlier = pages.some((page) => page.earlier) ? Math.min(...messages.keys()) : null;
  const who = (actor: string, onBehalfOf: string | null) => {
    const person =
      actor === `citizen:${mine.session.agent}` ? t('mine.you') : actor.startsWith('citizen:') ? t('mine.party') : null;
    const principal = view.parties.find(({ agent }) => agent === onBehalfOf);
    return person && principal ? t('own.onBehalf', { who: person, name: principal.name }) : person;
  };
  const item = ({ n, on, actor, onBehalfOf, event }: StoredEvent) => {
    if (event.kind === 'messageSent') {
      const message = messages.get(n);
      return message ? <Message key={n} message={message} agent={mine.session.agent} found={found} /> : null;
    }
    const { title, details } = eventWords(event, names);
    const told = event.kind === 'toNotify';
    const receipt =
      event.kind === 'answerReceived' && event.party !== null && event.document ? places.answer(event.document) : null;
    return (
      <li key={n} className={told ? 'my-told' : undefined}>
        <p className="history-title">{told ? t('talk.told') : title[lang]}</p>
        <p className="aside">{[dayInWords(on, lang), who(actor, onBehalfOf)].filter(Boolean).join(' · ')}</p>
        {details.map((detail, index) => (
          <p key={`${index}${detail.it}`} className="written">
            {detail[lang]}
          </p>
        ))}
        {receipt ? (
          <p>
            <a href={receipt}>{t('answer.receipt')}</a>
          </p>
        ) : null}
      </li>
    );
  };
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">{t('history.title')}</h2>
      <ol className="history my-history">{events.map(item)}</ol>
      {earlier === null ? null : (
        <p>
          <a href={`${places.page}?prima=${earlier}#storia`}>{t('talk.earlier')}</a>
        </p>
      )}
    </section>
  );
}

/** As whom a thread is read: the party itself, also where another acts for it. */
function readerOf(thread: string, { mine: { session }, facts }: MyCaseFacts): string {
  if (thread !== applicantsThread) return thread;
  const agents = [session.agent, ...session.represents.map(({ agent }) => agent)];
  const filed = facts.parties.filter(({ role }) => role !== 'counterparty');
  return agents.find((agent) => filed.some((party) => party.agent === agent)) ?? session.agent;
}

async function Message({
  message: { n, fromOffice, writtenBy, party, text, at },
  agent,
  found: { view },
}: {
  message: CaseMessage;
  agent: string;
  found: MyCaseFacts;
}) {
  const { t, lang } = await pageContext();
  const own = writtenBy === `citizen:${agent}`;
  const name = view.parties.find((one) => one.agent === party)?.name ?? t('mine.party');
  const from = fromOffice
    ? t('talk.office')
    : own && party === agent
      ? t('talk.you')
      : own
        ? `${t('talk.you')}, ${name}`
        : name;
  return (
    <li id={`messaggio-${n}`} className={`my-message${fromOffice ? ' from-office' : ''}`} tabIndex={-1}>
      <p className="history-title">{from}</p>
      <p className="aside">{instantInWords(new Date(at), lang)}</p>
      <p className="written" lang="it">
        {text}
      </p>
    </li>
  );
}
