import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { mayAdminister } from '#lib/access/delegations/giving.ts';
import { composition } from '#lib/composition.ts';
import { contactsForm } from '#lib/http/profile-forms.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { messageKey } from '#lib/i18n/translate.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { one, ownMetadata, type Query } from '../own-page.ts';
import { ContactHistory } from './contact-history.tsx';
import { ConsentList } from './consent-list.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { saveContactsOf } from './save-profile.ts';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.door.profile', '/mia-pagina/profilo');

/** Who one is, as the identity provider says, and how one wants to be reached. */
export default async function ProfilePage({ searchParams }: { searchParams: Query }) {
  const { t, lang } = await pageContext();
  const query = await searchParams;
  const mine = await loadMine(one(query['per']));
  const { session, acting } = mine;
  if (!mayAdminister(session, acting.agent))
    return (
      <div className="container my-page own-page">
        <h1>{t('own.profileOf', { name: acting.name })}</h1>
        <p className="empty">{t('own.notYoursToChange', { name: acting.name })}</p>
      </div>
    );
  const profile = await composition().ownData.profile(acting.agent);
  if (!profile) return <Missing />;
  const done = messageKey('ownDone', one(query['fatto']) ?? '');
  return (
    <div className="container my-page own-page">
      <h1>{t('own.profileOf', { name: profile.name })}</h1>
      {done ? (
        <p className="types-told" role="status">
          {t(done)}
        </p>
      ) : null}
      <div className="own-columns">
        <section aria-labelledby="contatti">
          <h2 id="contatti">{t('own.contacts')}</h2>
          <p>{t('own.contactsLead')}</p>
          <AnsweredForm
            id="recapiti"
            label={t('own.contacts')}
            answer={saveContactsOf.bind(null, acting.agent)}
            start={{ form: contactsForm(profile.contacts, t), problems: [], notice: null, turn: 0 }}
            words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
          />
          <ContactHistory
            agent={acting.agent}
            after={one(query['storia'])}
            more={(next) => minePath('/mia-pagina/profilo', mine, { storia: next })}
            self={session.agent}
          />
        </section>
        <div>
          <section aria-labelledby="identita" className="my-who">
            <h2 id="identita">{t('own.identity')}</h2>
            <dl className="own-facts">
              <div>
                <dt>{t('own.name')}</dt>
                <dd>{profile.name}</dd>
              </div>
              {profile.foreignIdentifier || profile.taxCode ? (
                <div>
                  <dt>{t(profile.foreignIdentifier ? 'own.foreignIdentifier' : 'own.form.taxCode')}</dt>
                  <dd>{profile.foreignIdentifier ?? profile.taxCode}</dd>
                </div>
              ) : null}
              {profile.known ? (
                <div>
                  <dt>{t('own.knownBy')}</dt>
                  <dd>
                    {t(profile.known.by === 'email' ? 'own.knownByEmail' : 'own.knownAt', {
                      at: instantInWords(profile.known.at, lang),
                      level: profile.known.assurance ?? '–',
                    })}
                  </dd>
                </div>
              ) : null}
            </dl>
            {profile.known?.by === 'email' ? null : (
              <p className="aside">{t(profile.known ? 'own.identityNote' : 'own.identityNoteRegister')}</p>
            )}
          </section>
          <LanguageChoice chosen={profile.language} agent={acting.agent} />
          {acting.agent === session.agent && !profile.isBody ? <ConsentList agent={acting.agent} /> : null}
        </div>
      </div>
    </div>
  );
}
