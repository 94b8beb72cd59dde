import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { eventWords } from '#lib/projections/event-words.ts';
import { loadHistory, type DeskCase } from './load-case.ts';

/** What happened, the newest first, by day. */
export async function History({ found, Part }: { found: DeskCase; Part: 'h2' | 'h3' }) {
  const { t, lang } = await pageContext();
  const { view } = found;
  const { events, names, whole } = await loadHistory(view.procedure.id);
  const units = composition().procedureTypes.units();
  const member = (id: string) => names.get(id) ?? t('history.system');
  const who = (actor: string) => {
    if (actor.startsWith('officer:')) return member(actor.slice('officer:'.length));
    if (actor.startsWith('citizen:'))
      return view.parties.find(({ agent }) => actor.endsWith(agent))?.name ?? t('history.citizen');
    return actor === 'system' ? t('history.system') : t('history.client');
  };
  return (
    <section aria-labelledby="case-history">
      <Part id="case-history">{t('history.title')}</Part>
      {whole ? null : <p className="aside">{t('history.cut')}</p>}
      <ol className="history">
        {events.map(({ n, on, actor, event }) => {
          const { title, details } = eventWords(event, {
            graph: view.context.type.graph,
            catalogue: view.context.catalogue,
            unit: (code) => units.get(code) ?? { it: code, en: code },
            member,
            documents: 'documents' in view.context.type ? view.context.type.documents : [],
          });
          return (
            <li key={n}>
              <p className="history-title">{title[lang]}</p>
              <p className="aside">
                {dayInWords(on, lang)} · {who(actor)}
              </p>
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
