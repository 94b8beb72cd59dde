import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { consentPurposes } from '#lib/store/own-data/own-data-store.ts';
import { saveConsentOf } from './save-profile.ts';

/** What is done with one's data only because one has said yes, and that one can unsay as easily (GDPR art. 7). */
export async function ConsentList({ agent }: { agent: string }) {
  const { t, lang } = await pageContext();
  const consents = await composition().ownData.consents(agent);
  return (
    <section aria-labelledby="consensi" className="my-who">
      <h2 id="consensi">{t('own.consents')}</h2>
      <p className="aside">{t('own.consentsLead')}</p>
      <ul className="own-consents">
        {consentPurposes.map((purpose) => {
          const latest = consents.find((one) => one.purpose === purpose);
          const given = latest !== undefined && latest.withdrawnAt === null;
          return (
            <li key={purpose}>
              <p>{t(`own.consent.${purpose}`)}</p>
              <p className="aside">
                {latest === undefined
                  ? t('own.consentNever')
                  : t(given ? 'own.consentSince' : 'own.consentUntil', {
                      day: dayInWords(romeDay(latest.withdrawnAt ?? latest.givenAt), lang),
                    })}
              </p>
              <form action={saveConsentOf}>
                <input type="hidden" name="purpose" value={purpose} />
                <button
                  type="submit"
                  name="given"
                  value={given ? 'no' : 'yes'}
                  className="btn btn-sm btn-outline-primary"
                  aria-label={`${t(given ? 'own.withdraw' : 'own.consentGive')}: ${t(`own.consent.${purpose}`)}`}
                >
                  {t(given ? 'own.withdraw' : 'own.consentGive')}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
