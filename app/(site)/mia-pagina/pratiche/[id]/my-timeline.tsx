import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { eventWords } from '#lib/projections/event-words.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** What happened, the newest first, as far as it concerns who reads it. */
export async function MyTimeline({ found: { view, events, mine } }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  const units = composition().procedureTypes.units();
  const names = {
    graph: view.context.type.graph,
    catalogue: view.context.catalogue,
    unit: (code: string) => units.get(code) ?? { it: code, en: code },
    member: () => t('mine.theOffice'),
  };
  const who = (actor: string, onBehalfOf: string | null) => {
    const person =
      actor === `citizen:${mine.session.agent}` ? t('mine.you') : actor.startsWith('citizen:') ? t('mine.party') : null;
    const principal = view.parties.find(({ agent }) => agent === onBehalfOf);
    return person && principal ? t('own.onBehalf', { who: person, name: principal.name }) : person;
  };
  return (
    <section aria-labelledby="storia">
      <h2 id="storia">{t('history.title')}</h2>
      <ol className="history">
        {events.map(({ n, on, actor, onBehalfOf, event }) => {
          const { title, details } = eventWords(event, names);
          return (
            <li key={n}>
              <p className="history-title">{title[lang]}</p>
              <p className="aside">{[dayInWords(on, lang), who(actor, onBehalfOf)].filter(Boolean).join(' · ')}</p>
              {details.map((detail, index) => (
                <p key={`${index}${detail.it}`}>{detail[lang]}</p>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
