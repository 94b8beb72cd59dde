import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { channelWords, needWords, outcomeWords, ratingWords } from '#lib/relationship/contact-words.ts';
import { identifiedWords } from '#lib/relationship/identified.ts';
import type { Contact, ContactPage } from '#lib/store/counter/counter-store.ts';
import { PagesNav } from '../pages-nav.tsx';

/** Contacts with the offices, the latest first, as both sides read them. Who serves the public bears their name (D.Lgs. 165/2001 art. 55-novies). */
export async function ContactList({
  page,
  empty,
  caseAt,
  first,
  next,
}: {
  page: ContactPage;
  empty: string;
  /** Where a case is read by who reads this. */
  caseAt(procedure: string): string;
  first: string | null;
  next: string | null;
}) {
  const { t, lang } = await pageContext();
  const { staff, procedureTypes, today } = composition();
  const names = await staff.namesOfMembers(page.items.map(({ member }) => member));
  const units = procedureTypes.units();
  const by = ({ member, unit }: Contact): string =>
    [unit === null ? null : (units.get(unit)?.[lang] ?? unit), names.get(member)].filter(Boolean).join(', ');
  const serviceOf = (type: string | null): string | null =>
    type === null ? null : (procedureTypes.findType(type, today())?.title[lang] ?? type);
  return (
    <>
      {page.items.length === 0 ? <p className="empty">{empty}</p> : null}
      <ol className="contact-list">
        {page.items.map((contact) => (
          <li key={contact.code} className="contact-card">
            <p className="history-title">
              {instantInWords(contact.begunAt, lang)} · {channelWords[contact.channel][lang]}
            </p>
            <p className="aside">
              {by(contact)}
              {contact.closedAt === null ? ` · ${t('counter.open')}` : ''}
              {contact.askerName ? ` · ${t('counter.asked', { who: contact.askerName })}` : ''}
            </p>
            {contact.heard ? (
              <p className="written">
                <strong>{t('counter.heard')}</strong> <span lang="it">{contact.heard}</span>
              </p>
            ) : null}
            {contact.need ? (
              <p>
                <strong>{t('counter.needed')}</strong> {needWords[contact.need][lang]}
                {contact.type ? ` (${serviceOf(contact.type)})` : ''}
              </p>
            ) : null}
            {contact.told || contact.outcome ? (
              <p className="written">
                <strong>{t('counter.answered')}</strong>{' '}
                {contact.outcome ? `${outcomeWords[contact.outcome][lang]}. ` : ''}
                <span lang="it">{contact.told}</span>
              </p>
            ) : null}
            {contact.rating ? (
              <p>
                <strong>{t('counter.rated')}</strong> {ratingWords[contact.rating][lang]}
              </p>
            ) : null}
            {contact.identified ? (
              <p className="aside">{t('counter.identifiedAs', { how: identifiedWords(contact.identified)[lang] })}</p>
            ) : null}
            {contact.cases.map(({ id, title, how }) => (
              <p key={id}>
                {t(`counter.case.${how}`)}{' '}
                <a href={caseAt(id)} lang="it">
                  {title}
                </a>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <PagesNav first={first} next={next} />
    </>
  );
}
