import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { ItemLine } from '#lib/store/keeping/list-keeping.ts';

/** What a list says of a fascicolo. @param linked to its page, for who keeps the archive */
export async function ItemFacts({ item, linked = false }: { item: ItemLine; linked?: boolean }) {
  const { t, lang } = await pageContext();
  return (
    <div className="keeping-item">
      <p>
        {linked ? (
          <a href={`/archivio/fascicoli/${item.record}`} lang="it">
            {item.title}
          </a>
        ) : (
          <strong lang="it">{item.title}</strong>
        )}
      </p>
      <p className="aside">
        {item.code}
        {item.closedOn ? ` · ${t('keeping.closedOn', { day: dayInWords(item.closedOn, lang) })}` : ''}
        {item.disposition === 'keep' ? ` · ${t('keeping.forEver')}` : ''}
        {item.disposition === 'destroy' && item.dispositionOn
          ? ` · ${t('keeping.until', { day: dayInWords(item.dispositionOn, lang) })}`
          : ''}
        {item.disposition === null ? ` · ${t('keeping.undecided')}` : ''}
        {' · '}
        {t(`keeping.item.${item.state}` as 'keeping.item.proposed')}
        {item.reason ? ` (${item.reason})` : ''}
      </p>
    </div>
  );
}
