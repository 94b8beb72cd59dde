import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { owedAt, owedWithFiling, type Owed } from '#lib/procedures/payments/owed.ts';
import { centsInWords, owedName } from '#lib/procedures/payments/payment-words.ts';
import { paymentFor } from '#lib/procedures/payments/unsettled.ts';
import { draftPath } from '../../../draft-path.ts';
import { draftPayments } from '../../../draft-payments.ts';
import type { OpenDraft } from '../../../open-draft.ts';
import { OwedCard } from './owed-card.tsx';

/** What a request costs: what must be settled before it is sent, how that is done, and what comes later. */
export async function PaymentPage({ open, wasSaid, drawn }: { open: OpenDraft; wasSaid: boolean; drawn: string }) {
  const { t, lang } = await pageContext();
  const { type, draft, steps, session } = open;
  const [payments, profile] = await Promise.all([draftPayments(open), composition().ownData.profile(session.agent)]);
  const owed = owedAt(type, 'withFiling');
  const later = owedAt(type, 'beforeRelease');
  const here = steps.findIndex(({ kind }) => kind === 'payment');
  const known = owedWithFiling(type, composition().payments.settles());
  const notHere = owed.filter((one) => !known.some(({ fee }) => fee === one.fee));
  return (
    <>
      <p>{t('pay.intro')}</p>
      {wasSaid ? (
        <p role="status" className="types-told">
          {t('pay.done')}
        </p>
      ) : null}
      {known.map((one) => (
        <OwedCard
          key={`${one.fee}-${one.part}`}
          owed={one}
          payment={paymentFor(one, payments)}
          place={{ code: type.code, draft: draft.id, fee: one.fee, part: one.part }}
          email={profile?.contacts.email ?? ''}
          drawn={drawn}
        />
      ))}
      {notHere.map((one) => (
        <NotHere key={`${one.fee}-${one.part}`} owed={one} />
      ))}
      {later.length > 0 ? (
        <p className="aside">{t('pay.later', { names: later.map((one) => owedName(one, lang)).join(', ') })}</p>
      ) : null}
      <p className="pay-onward">
        <a className="btn btn-primary" href={draftPath(type.code, draft.id, steps[here + 1]?.slug ?? 'controllo')}>
          {t('pay.next')}
        </a>{' '}
        <a href={draftPath(type.code, draft.id, steps[here - 1]?.slug ?? 'documenti')}>{t('pay.back')}</a>
      </p>
    </>
  );
}

/** Something of which nobody can say here how much it is, or which cannot be paid here. */
async function NotHere({ owed }: { owed: Owed }) {
  const { t, lang } = await pageContext();
  const { amount, fee, part } = owed;
  const said = amount.kind === 'open' ? amount.said[lang] : null;
  return (
    <section className="pay-card pay-not-here" aria-labelledby={`${fee}-${part}`}>
      <h2 id={`${fee}-${part}`}>
        {owedName(owed, lang)}
        {amount.kind === 'cents' ? <span className="pay-amount"> {centsInWords(amount.cents, lang)}</span> : null}
      </h2>
      <p>
        {said === null ? t('pay.notHere') : t('pay.openAmount', { said: said.charAt(0).toLowerCase() + said.slice(1) })}
      </p>
    </section>
  );
}
