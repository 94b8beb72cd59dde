import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import type { RequestLink } from './request-of.ts';

/** A unit that is described but not yet to be read: until when, why, and what may be asked. */
export function Closure({
  t,
  lang,
  record,
  request,
  readableUntil,
}: {
  t: Translate;
  lang: Language;
  record: RecordView;
  /** Where a scholar asks to read it before its day. */
  request: RequestLink | null;
  /** The last day on which who is signed in may read it all the same. */
  readableUntil: string | null;
}) {
  const { email } = record.institution.description;
  return (
    <section className="closure" aria-labelledby="closure">
      <h2 id="closure">{t('closure.title')}</h2>
      <p>
        {record.consultableFrom
          ? t('closure.until', { day: dayInWords(record.consultableFrom, lang) })
          : t('closure.noDay')}
      </p>
      <p>{t(`closure.why.${record.sensitivity}`)}</p>
      {readableUntil ? (
        <p>
          <strong>{t('reading.until', { day: dayInWords(readableUntil, lang) })}</strong>{' '}
          <a href={`/records/${record.id}/lettura`}>{t('reading.readNow')}</a>
        </p>
      ) : request ? (
        <p>
          {t('closure.history')} <a href={request.href}>{t('closure.historyAsk')}</a>.
        </p>
      ) : null}
      <p>
        {record.sensitivity === 'none' || request ? t('closure.ask') : t('closure.askReserved')}{' '}
        <a href={`/institutions/${record.institution.id}`} lang="it">
          {record.institution.name}
        </a>
        {email[0] ? (
          <>
            {', '}
            <a href={`mailto:${email[0]}`}>{email[0]}</a>
          </>
        ) : null}
        .
      </p>
    </section>
  );
}
