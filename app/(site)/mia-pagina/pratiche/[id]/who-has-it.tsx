import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';

/** Who is responsible and how to reach them (L. 241/1990 artt. 5 and 8; CAD art. 41 c. 2-quater). */
export async function WhoHasIt({ found: { view, responsible } }: { found: MyCaseFacts }) {
  const { t, lang } = await pageContext();
  const unit = composition().procedureTypes.units().get(view.procedure.unit);
  const contacts = unit && !('unknown' in unit.contacts) ? unit.contacts : null;
  return (
    <section aria-labelledby="chi" className="my-who">
      <h2 id="chi">{t('mine.who')}</h2>
      <p>
        <strong>{unit?.[lang] ?? view.procedure.unit}</strong>
        {responsible ? (
          <>
            <br />
            {t('mine.handledBy', { name: responsible })}
          </>
        ) : null}
      </p>
      {contacts ? (
        <ul className="my-contacts">
          {contacts.phone ? (
            <li>
              <a href={`tel:${contacts.phone.replace(/[^+\d]/g, '')}`}>{contacts.phone}</a>
            </li>
          ) : null}
          {[contacts.email, contacts.pec].map((address) =>
            address ? (
              <li key={address}>
                <a href={`mailto:${address}`}>{address}</a>
              </li>
            ) : null,
          )}
          {contacts.hours ? <li>{contacts.hours[lang]}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
