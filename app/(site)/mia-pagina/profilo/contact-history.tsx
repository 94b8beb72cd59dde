import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';

/** How one's contacts have changed, and by whom, the latest first. */
export async function ContactHistory({
  agent,
  after,
  more,
  self,
}: {
  agent: string;
  after: string | undefined;
  more: (next: string) => string;
  self: string;
}) {
  const { t, lang } = await pageContext();
  const { items, next } = await composition().ownData.contactChanges(agent, after);
  if (items.length === 0) return null;
  return (
    <details className="own-history" open={after !== undefined}>
      <summary>{t('own.contactHistory')}</summary>
      <ol className="history">
        {items.map(({ at, by, changes }) => (
          <li key={at.toISOString()}>
            <p className="aside">
              {instantInWords(at, lang)}
              {by === self ? '' : ` · ${t('own.byColleague')}`}
            </p>
            {changes.map(({ field, before, after: now }) => (
              <p key={field}>
                {t('own.changed', {
                  field: t(`own.contact.${field}`),
                  before: before ?? t('own.nothing'),
                  after: now ?? t('own.nothing'),
                })}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {next ? <a href={more(next)}>{t('mine.more')} ›</a> : null}
    </details>
  );
}
