import { dayInWords } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { correspondentWords } from '#lib/procedures/protocollo/correspondent.ts';
import { protocolNumber } from '#lib/procedures/protocollo/protocol-number.ts';
import type { RegistrationView } from '#lib/store/protocol/protocol-store.ts';

/** Registrations, the newest first; what was annulled is struck through and still readable. */
export function RegistrationList({
  registrations,
  t,
  lang,
}: {
  registrations: readonly RegistrationView[];
  t: Translate;
  lang: Language;
}) {
  return (
    <div className="protocol-scroll">
      <table className="protocol-table registration-table">
        <thead>
          <tr>
            <th scope="col">{t('protocol.number')}</th>
            <th scope="col">{t('protocol.day')}</th>
            <th scope="col">{t('protocol.flow')}</th>
            <th scope="col">{t('protocol.object')}</th>
            <th scope="col">{t('protocol.who')}</th>
            <th scope="col">{t('protocol.classification')}</th>
          </tr>
        </thead>
        <tbody>
          {registrations.map((one) => {
            const object = one.corrected.object ?? one.object;
            const who =
              one.flow === 'out' ? (one.corrected.recipients ?? one.recipients) : (one.corrected.sender ?? one.sender);
            return (
              <tr key={`${one.year}-${one.number}`}>
                <th scope="row">
                  <a href={`/protocollo/${one.year}/${one.number}`}>{protocolNumber(one)}</a>
                  {one.emergencyNumber ? (
                    <span className="aside">
                      {t('protocol.emergencyShort', { number: String(one.emergencyNumber) })}
                    </span>
                  ) : null}
                </th>
                <td>{dayInWords(one.on, lang)}</td>
                <td>{t(`protocol.flow.${one.flow}`)}</td>
                <td>
                  {one.annulledAt ? (
                    <>
                      <s>{object}</s> <strong>{t('protocol.annulledShort')}</strong>
                    </>
                  ) : (
                    object
                  )}
                </td>
                <td>{correspondentWords(who) || '—'}</td>
                <td>{one.classification ?? '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
