import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { contactForm } from '#lib/http/counter/contact-form.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { askerWords, channelWords } from '#lib/relationship/contact-words.ts';
import { sheetOf } from '#lib/store/counter/counter-store.ts';
import { ContactList } from '../../../mia-pagina/contatti/contact-list.tsx';
import type { ServedPerson } from '../../load-person.ts';
import { personPath, servedPlaces } from '../../served-places.ts';
import { loadContactChoices } from './load-contact-choices.ts';
import { writeContactOf } from './write-contact.ts';

/** The contact being written, and those before it. */
export async function ContactPane({ served, after }: { served: ServedPerson; after: string | undefined }) {
  const { t, lang } = await pageContext();
  const { id, contact } = served;
  const choices = await loadContactChoices(served);
  const former = await composition().counter.list(id, after);
  const path = personPath(id);
  return (
    <section className="counter-pane counter-contact" aria-labelledby="contatto-titolo">
      <h2 id="contatto-titolo">{t('counter.contact')}</h2>
      <p className="aside">
        {instantInWords(contact.begunAt, lang)} · {channelWords[contact.channel][lang]} ·{' '}
        {t('counter.asks', { who: contact.askerName ?? askerWords[contact.askedBy][lang] })}
      </p>
      <p className="counter-told">{t('counter.theyRead')}</p>
      <AnsweredForm
        key={contact.revision}
        id="contatto"
        label={t('counter.contact')}
        answer={writeContactOf.bind(null, id)}
        start={{
          form: contactForm({ ...sheetOf(contact), revision: contact.revision }, choices),
          problems: [],
          notice: null,
          turn: 0,
        }}
        words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
      />
      <section aria-labelledby="prima">
        <h3 id="prima">{t('counter.former')}</h3>
        <ContactList
          page={{ ...former, items: former.items.filter(({ code }) => code !== contact.code) }}
          empty={t('counter.noFormer')}
          caseAt={(procedure) => servedPlaces(id)(procedure).page}
          first={after ? path : null}
          next={former.next && `${path}?${new URLSearchParams({ contatti: former.next })}#prima`}
        />
      </section>
    </section>
  );
}
