import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { requireStaff } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { sensitivities } from '#lib/records/phase.ts';
import { countOpenings, listRestrictions, type RestrictionLine } from '#lib/store/visibility/list-restrictions.ts';
import { ArchiveCrumbs } from '../crumbs.tsx';
import { closures } from './read-restriction.ts';
import { RestrictionForm } from './restriction-form.tsx';
import { setRestriction } from './set-restriction.ts';

const pageSize = 20;

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  const path = '/archivio/consultabilita';
  return pageMetadata(context, { title: context.t('keepingBack.title'), path, index: false });
}

/** What may not be read yet: what opens when, what archivists said, and a form to say it. */
export default async function KeepingBackPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const permission = mayKeepArchive(await requireStaff());
  if (!permission.allowed)
    return (
      <div className="container narrow">
        <h1>{t('keepingBack.title')}</h1>
        <p className="empty">{permission.reason.text[lang]}</p>
      </div>
    );
  const { pool, today } = composition();
  const { unita, dopo } = await searchParams;
  const after = typeof dopo === 'string' && isIdentifier(dopo) ? dopo : '';
  const [{ years, later }, found] = await Promise.all([
    countOpenings(pool, today()),
    listRestrictions(pool, after, pageSize + 1),
  ]);
  const lines = found.slice(0, pageSize);
  const most = Math.max(1, ...years.map(({ count }) => count));
  return (
    <div className="container types-desk">
      <ArchiveCrumbs t={t} />
      <h1>{t('keepingBack.title')}</h1>
      <p className="services-lead">{t('keepingBack.lead')}</p>
      <div className="calendar-columns">
        <section aria-labelledby="aperture">
          <h2 id="aperture">{t('keepingBack.openings')}</h2>
          <table className="openings">
            <thead>
              <tr>
                <th scope="col">{t('keepingBack.year')}</th>
                <th scope="col">{t('keepingBack.count')}</th>
              </tr>
            </thead>
            <tbody>
              {years.map(({ year, count }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <td>
                    <meter min={0} max={most} value={count} aria-hidden="true" /> {count.toLocaleString(lang)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="aside">{t('keepingBack.later', { count: later.toLocaleString(lang) })}</p>
        </section>
        <section aria-labelledby="limiti">
          <h2 id="limiti">{t('keepingBack.said')}</h2>
          {lines.length === 0 ? <p className="empty">{t('keepingBack.none')}</p> : null}
          <ul className="plain calendar-days">
            {lines.map((line) => (
              <Line key={line.record} line={line} />
            ))}
          </ul>
          {found.length > pageSize ? (
            <p>
              <a href={`?dopo=${lines.at(-1)?.record}`}>{t('keepingBack.next')} ›</a>
            </p>
          ) : null}
        </section>
      </div>
      <RestrictionForm
        answer={setRestriction}
        record={typeof unita === 'string' ? unita : ''}
        sensitivities={sensitivities.map((value) => ({ value, label: t(`keepingBack.sensitivity.${value}`) }))}
        closures={closures.map((value) => ({ value, label: t(`keepingBack.closed.${value}`) }))}
        words={{
          title: t('keepingBack.form'),
          record: t('keepingBack.record'),
          recordHelp: t('keepingBack.recordHelp'),
          sensitivity: t('keepingBack.sensitivity'),
          closed: t('keepingBack.closed'),
          day: t('keepingBack.day'),
          inherits: t('keepingBack.inherits'),
          reason: t('keepingBack.reason'),
          send: t('keepingBack.send'),
          working: t('keepingBack.working'),
        }}
      />
    </div>
  );
}

async function Line({ line }: { line: RestrictionLine }) {
  const { t, lang } = await pageContext();
  const until = line.closed?.until;
  const said = [
    line.sensitivity === 'none' ? null : t(`keepingBack.sensitivity.${line.sensitivity}`),
    line.closed ? (until ? t('keepingBack.until', { day: dayInWords(until, lang) }) : t('keepingBack.noDay')) : null,
    line.inherits ? t('keepingBack.below') : null,
  ].filter((part) => part !== null);
  return (
    <li>
      <strong>
        <a href={`/records/${line.record}`}>{line.title}</a>
      </strong>{' '}
      {said.join(', ')}
      <span className="aside">
        {t('keepingBack.by', { day: dayInWords(line.setOn, lang), reason: line.reason })} ·{' '}
        <a href={`?unita=${line.record}#limite`}>{t('keepingBack.form')}</a>
      </span>
    </li>
  );
}
