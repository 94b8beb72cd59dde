import { pageContext } from '#app/_components/page-context.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { numberOf, weekdayOf } from '#lib/procedures/day.ts';
import type { SpecialDay } from '#lib/procedures/days-of-year.ts';
import { openDay } from './close-day.ts';

const weekdayName = (weekday: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 1, 1 + weekday)));

/** The days of one calendar, each with what makes it one. */
export async function DayList({
  id,
  title,
  lead,
  days,
  weekdays,
  removable = new Map(),
}: {
  id: string;
  title: string;
  lead: string;
  days: readonly SpecialDay[];
  weekdays: readonly number[];
  /** Days that can be taken back: the closure of each by the day's id. */
  removable?: ReadonlyMap<string, string>;
}) {
  const { t, lang } = await pageContext();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      {weekdays.length > 0 ? (
        <p>{t('closures.everyWeek', { days: weekdays.map((day) => weekdayName(day, lang)).join(', ') })}</p>
      ) : null}
      <ul className="plain calendar-days">
        {days.map(({ id: name, day, name: words, source }) => {
          const closure = removable.get(name);
          return (
            <li key={`${name}${day}`}>
              <strong>
                {weekdayName(weekdayOf(numberOf(day)), lang)} {dayInWords(day, lang)}
              </strong>{' '}
              {words[lang]}
              <span className="aside">
                {source.article}
                {source.status === 'read' ? null : (
                  <>
                    {' '}
                    <span className="mark-unverified">{t('procedure.unverified')}</span>
                  </>
                )}
              </span>
              {closure ? (
                <form action={openDay}>
                  <input type="hidden" name="closure" value={closure} />
                  <button type="submit" className="as-link" aria-label={`${t('closures.remove')}: ${words[lang]}`}>
                    {t('closures.remove')}
                  </button>
                </form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
