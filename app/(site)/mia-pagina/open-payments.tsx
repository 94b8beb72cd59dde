import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { feeLabel } from '#lib/procedures/payments/fee-label.ts';
import { centsInWords } from '#lib/procedures/payments/payment-words.ts';
import type { OpenPayment } from '#lib/store/payments/find-payments.ts';
import { ownPlaces, type CasePlaces } from './case-places.ts';

/** What an office asks to be paid, of whatever case. */
export async function OpenPayments({
  open,
  placesOf = ownPlaces,
}: {
  open: readonly OpenPayment[];
  placesOf?: (id: string, type: string) => CasePlaces;
}) {
  const { t, lang } = await pageContext();
  const { procedureTypes } = composition();
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="da-pagare" className="my-section">
      <h2 id="da-pagare">
        {t('pay.needs')} <span className="my-total">({open.length})</span>
      </h2>
      <ul className="my-cases">
        {open.map(({ payment, title, type }) => {
          const known = procedureTypes.versions(type.code).find((one) => one.type.version === type.version)?.type;
          const name = known ? feeLabel(known, payment)[lang] : payment.fee;
          const places = placesOf(payment.procedure ?? '', type.code);
          return (
            <li key={payment.id} className="my-case my-to-pay">
              <h3>
                <a href={`${places.page}#${places.acts ? 'da-pagare' : 'pagamenti'}`}>
                  {name}: {centsInWords(payment.cents, lang)}
                </a>
              </h3>
              <p className="my-facts">
                <span lang="it">{title}</span>
                {payment.state === 'noticed'
                  ? ` · ${t('mine.by', { day: dayInWords(payment.expiresOn, lang) })}`
                  : ` · ${t(`pay.state.${payment.state}`)}`}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
