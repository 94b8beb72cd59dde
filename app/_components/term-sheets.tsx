import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { explain } from '#lib/procedures/cases/explain.ts';
import { standingOf } from '#lib/procedures/cases/standing.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import { DeadlineSheet } from './deadline-sheet.tsx';
import { pageContext } from './page-context.ts';
import { PrintButton } from './print-button.tsx';

/** Why the term of a case ends on its day: every day of it, counted or not, and by what. */
export async function TermSheets({ view, back }: { view: CaseView; back: string }) {
  const { t, lang } = await pageContext();
  const { procedure, line, context } = view;
  const { legal } = standingOf(procedure, context);
  const open = legal?.deadline.kind === 'open';
  const first = explain(procedure, context, 'earliest');
  const last = open ? explain(procedure, context, 'latest') : null;
  const today = composition().today();
  const sheets = [
    { key: 'legal', title: t(open ? 'term.legalEarliest' : 'term.legal'), explanation: first.legal },
    { key: 'latest', title: t('term.legalLatest'), explanation: last?.legal ?? null },
    { key: 'service', title: t('term.service'), explanation: first.service },
    { key: 'substitute', title: t('term.substitute'), explanation: first.substitute },
  ];
  return (
    <div className="container record term-page">
      <header className="record-heading">
        <p className="kicker">
          <a href={back} lang="it">
            {line.title}
          </a>
        </p>
        <h1>{t('term.title')}</h1>
        <p className="services-lead">{t('term.lead')}</p>
        <div className="actions">
          <PrintButton text={t('record.print')} />
        </div>
      </header>
      {open && last?.legal === null ? <p className="callout-plain">{t('term.noLatest')}</p> : null}
      {sheets.map(({ key, title, explanation }) =>
        explanation ? (
          <DeadlineSheet key={key} id={key} title={title} explanation={explanation} today={today} t={t} lang={lang} />
        ) : null,
      )}
      {legal?.state === 'stopped' ? (
        <p className="term-result term-decided">
          {t(legal.overdue > 0 ? 'term.decidedLate' : 'term.decidedInTime', {
            day: dayInWords(legal.asOf, lang),
            count: legal.overdue,
          })}
        </p>
      ) : null}
      {sheets.every(({ explanation }) => explanation === null) ? <p className="empty">{t('term.none')}</p> : null}
    </div>
  );
}
