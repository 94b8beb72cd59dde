import { OutwardLink } from '#app/_components/outward-link.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** Where the unit can be read, and how to get in touch. */
export function CustodianContact({
  t,
  institution,
  isElsewhere,
}: {
  t: Translate;
  institution: RecordView['institution'];
  /** Not kept by the Comune: nothing is asked for here. */
  isElsewhere: boolean;
}) {
  const { address, telephone, email, website, openingHours } = institution.description;
  return (
    <section className="contact" aria-labelledby="contact">
      <h2 id="contact">{t('contact.title')}</h2>
      {isElsewhere ? <p>{t('contact.elsewhere')}</p> : null}
      <p className="contact-name">
        <a href={`/institutions/${institution.id}`} lang="it">
          {institution.name}
        </a>
      </p>
      <ul className="plain">
        {address ? <li lang="it">{address}</li> : null}
        {telephone.map((number) => (
          <li key={number}>
            <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
          </li>
        ))}
        {email.map((mail) => (
          <li key={mail}>
            <OutwardLink value={mail} />
          </li>
        ))}
        {website.map((site) => (
          <li key={site}>
            <OutwardLink value={site} words={site.replace(/^https?:\/\//, '').replace(/\/$/, '')} />
          </li>
        ))}
        {openingHours.map((hours) => (
          <li key={hours} lang="it">
            {hours}
          </li>
        ))}
      </ul>
    </section>
  );
}
