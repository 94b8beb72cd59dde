import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayEditCalendar } from '#lib/access/calendar.ts';
import { composition } from '#lib/composition.ts';
import { daysOfYear, weekdaysOf } from '#lib/procedures/days-of-year.ts';
import { loadTypesDesk } from '../load-types-desk.ts';
import { Refused } from '../refused.tsx';
import { closeDay } from './close-day.ts';
import { ClosureForm } from './closure-form.tsx';
import { DayList } from './day-list.tsx';
import { readYear } from './read-year.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const path = '/direzione/procedimenti/calendario';
  return pageMetadata(context, { title: context.t('closures.title'), path, index: false });
}

/** The two calendars of a year: the holidays of law, which move expiries, and the closures of the offices, to which one can be added. */
export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t } = await pageContext();
  const { permission, session } = await loadTypesDesk();
  if (!permission.allowed) return <Refused reason={permission.reason.text} />;
  const { procedureTypes, today } = composition();
  const year = readYear((await searchParams)['anno'], today());
  const { office } = procedureTypes.comune();
  const { holidays, offices } = procedureTypes.calendar();
  const closures = offices.find(({ id }) => id === office)?.closures ?? [];
  const may = mayEditCalendar(session).allowed;
  const added = new Map(procedureTypes.closures().map((closure) => [`added-${closure.id}`, closure.id]));
  return (
    <div className="container types-desk">
      <p className="desk-crumb">
        <a href="/direzione/procedimenti">‹ {t('types.title')}</a>
      </p>
      <h1>{t('closures.titleYear', { year: String(year) })}</h1>
      <nav aria-label={t('closures.years')} className="plain inline">
        <a href={`?anno=${year - 1}`}>‹ {year - 1}</a> · <a href={`?anno=${year + 1}`}>{year + 1} ›</a>
      </nav>
      <div className="calendar-columns">
        <DayList
          id="festivi"
          title={t('closures.holidays')}
          lead={t('closures.holidaysLead')}
          days={daysOfYear(holidays, year)}
          weekdays={weekdaysOf(holidays, year)}
        />
        <DayList
          id="chiusure"
          title={t('closures.closures')}
          lead={t('closures.closuresLead')}
          days={daysOfYear(closures, year)}
          weekdays={weekdaysOf(closures, year)}
          removable={may ? added : new Map()}
        />
      </div>
      {may ? (
        <ClosureForm
          answer={closeDay}
          words={{
            title: t('closures.add'),
            help: t('closures.addHelp'),
            day: t('closures.day'),
            nameIt: t('closures.nameIt'),
            nameEn: t('closures.nameEn'),
            source: t('closures.source'),
            sourceHelp: t('closures.sourceHelp'),
            send: t('closures.send'),
            working: t('edit.working'),
          }}
        />
      ) : null}
    </div>
  );
}
