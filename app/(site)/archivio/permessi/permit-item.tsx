import { pageContext } from '#app/_components/page-context.ts';
import { isInForce, mayPermitReading } from '#lib/access/reading-permits.ts';
import type { StaffSession } from '#lib/access/session.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { ListedPermit, PermitsQuery } from '#lib/store/reading-permits/all-permits.ts';
import { revokeListed } from './revoke-listed.ts';

interface Props {
  permit: ListedPermit;
  /** Name of who gave it. */
  givenBy: string;
  session: StaffSession;
  /** The list it stands in. */
  query: PermitsQuery;
}

/** A permit: who reads what, by which act, until when, and the way to end it while it runs. */
export async function PermitItem({ permit, givenBy, session, query }: Props) {
  const { t, lang } = await pageContext();
  const running = isInForce(permit, composition().today());
  const may = mayPermitReading(session, permit.agent, permit.outcome);
  const state = permit.revoked ? 'revoked' : running ? 'inForce' : 'ended';
  const { year, number } = permit.protocol;
  return (
    <li>
      <p>
        <a href={permit.shown ? `/records/${permit.record}` : `/archivio/fascicoli/${permit.record}`} lang="it">
          {permit.title}
        </a>
        {permit.code ? <span className="aside"> {permit.code}</span> : null}
      </p>
      <p>
        <strong>{permit.reader}</strong>,{' '}
        {t(`reading.state.${state}`, { day: dayInWords(permit.revokedOn ?? permit.until, lang) })}
        {permit.revokedReason ? <span lang="it">: {permit.revokedReason}</span> : null}
      </p>
      <p className="aside">
        {t(`permits.of.${permit.of}`)} · <span lang="it">{permit.act}</span> ·{' '}
        {t('permits.given', { day: dayInWords(permit.givenOn, lang), name: givenBy })} ·{' '}
        <a href={`/ufficio/pratiche/${permit.procedure}`}>
          {t('permits.request', { number: String(number).padStart(7, '0'), year: String(year) })}
        </a>
      </p>
      {running && may.allowed ? (
        <form action={revokeListed} className="keeping-decide">
          <input type="hidden" name="permit" value={permit.id} />
          {query.words === undefined ? null : <input type="hidden" name="parole" value={query.words} />}
          {query.state === undefined ? null : <input type="hidden" name="stato" value={query.state} />}
          {query.before === undefined ? null : <input type="hidden" name="prima" value={query.before} />}
          <label htmlFor={`r-${permit.id}`}>
            {t('reading.reason')}{' '}
            <span className="visually-hidden">{t('keeping.of', { title: `${permit.title}, ${permit.reader}` })}</span>
          </label>
          <input id={`r-${permit.id}`} name="reason" required maxLength={500} />
          <button
            type="submit"
            className="btn btn-outline-primary btn-sm"
            aria-label={t('permits.revoke', { title: permit.title, name: permit.reader })}
          >
            {t('reading.revoke')}
          </button>
        </form>
      ) : running && !may.allowed ? (
        <p className="aside">{may.reason.text[lang]}</p>
      ) : null}
    </li>
  );
}
