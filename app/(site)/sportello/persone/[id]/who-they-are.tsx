import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords, instantInWords } from '#lib/i18n/dates.ts';
import type { ServedPerson } from '../../load-person.ts';
import { TheirDelegations } from './their-delegations.tsx';

/** Who somebody is: by what they are known, how they are reached, for whom they act. */
export async function WhoTheyAre({ served: { id, person } }: { served: ServedPerson }) {
  const { t, lang } = await pageContext();
  const profile = await composition().ownData.profile(id);
  if (!profile) return null;
  const { taxCode, foreignIdentifier, contacts, known, birth } = profile;
  const rows: [string, string | undefined | null][] = [
    [t('request.taxCode'), taxCode],
    [t('counter.foreignIdentifier'), foreignIdentifier],
    [t('counter.new.bornOn'), birth ? `${dayInWords(birth.on, lang)}, ${birth.at}` : null],
    [t('counter.new.citizenship'), birth?.citizenship],
    [t('own.contact.pec'), contacts.pec],
    [t('own.contact.email'), contacts.email],
    [t('own.contact.phone'), contacts.phone],
    [t('own.contact.address'), contacts.address],
    [t('counter.signedInBy'), known ? instantInWords(known.at, lang) : t('counter.neverSignedIn')],
  ];
  return (
    <section className="counter-pane counter-who" aria-labelledby="chi-e">
      <h2 id="chi-e">{t('counter.whoTheyAre')}</h2>
      <dl className="case-facts">
        <div>
          <dt>{t('request.name')}</dt>
          <dd>
            {person.name}
            <span className="aside"> {t(person.isBody ? 'counter.body' : 'counter.person')}</span>
          </dd>
        </div>
        {rows.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {contacts.pec ? null : <p className="aside">{t('counter.noDomicile')}</p>}
      <TheirDelegations id={id} />
    </section>
  );
}
