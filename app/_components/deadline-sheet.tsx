import type { Language } from '#lib/i18n/language.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { DeadlineExplanation } from '#lib/procedures/explain-deadline.ts';
import { deadlineRows } from '#lib/projections/deadline-words.ts';

/** One term as a strip of days and, in a table, the same in words. */
export function DeadlineSheet({
  id,
  title,
  explanation,
  today,
  t,
  lang,
}: {
  id: string;
  title: string;
  explanation: DeadlineExplanation;
  today: string;
  t: Translate;
  lang: Language;
}) {
  const rows = deadlineRows(explanation, lang);
  const all = rows.reduce((sum, { days }) => sum + days, 0);
  return (
    <section className="area term-sheet" aria-labelledby={`term-${id}`}>
      <h2 id={`term-${id}`}>{title}</h2>
      <p className="term-result">
        {t('term.result', {
          days: explanation.budget,
          unit: t(`term.${explanation.term.unit}`),
          start: dayInWords(explanation.term.startOn, lang),
          end: dayInWords(explanation.deadline, lang),
        })}
      </p>
      <div className="term-strip" aria-hidden="true">
        {rows.map((row) => (
          <span
            key={row.from}
            className={`term-${row.kind}`}
            style={{ flexGrow: row.days }}
            title={row.days > all / 40 ? row.why : undefined}
          >
            {row.days > all / 12 ? row.days : ''}
          </span>
        ))}
      </div>
      <ul className="term-legend" aria-hidden="true">
        {[...new Set(rows.map(({ kind }) => kind))].map((kind) => (
          <li key={kind}>
            <span className={`term-${kind}`} /> {t(`term.kind.${kind}`)}
          </li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too (WCAG 2.1.1) */}
      <div className="term-scroll" role="group" aria-label={title} tabIndex={0}>
        <table className="term-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('term.from')}</th>
              <th scope="col">{t('term.to')}</th>
              <th scope="col">{t('term.days')}</th>
              <th scope="col">{t('term.counted')}</th>
              <th scope="col">{t('term.total')}</th>
              <th scope="col">{t('term.because')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.from} className={row.from <= today && today <= row.to ? 'term-today' : undefined}>
                <th scope="row">{dayInWords(row.from, lang)}</th>
                <td className="term-to">{row.to === row.from ? '' : dayInWords(row.to, lang)}</td>
                <td className="term-number" data-head={t('term.days')}>
                  {row.days}
                </td>
                <td className="term-number" data-head={t('term.counted')}>
                  {row.counted}
                </td>
                <td className="term-number" data-head={t('term.total')}>
                  {row.total}
                </td>
                <td className="term-why">
                  {row.why}
                  {row.from <= today && today <= row.to ? <strong> · {t('term.todayHere')}</strong> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {explanation.assumed.length > 0 ? <p className="aside">{t('term.assumed')}</p> : null}
    </section>
  );
}
