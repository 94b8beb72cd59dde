import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayGiveFor } from '#lib/access/delegations/giving.ts';
import { delegationForm } from '#lib/http/delegation-form.ts';
import { loadMine, minePath } from '../../load-mine.ts';
import { one, ownMetadata, type Query } from '../../own-page.ts';
import { giveDelegationOf } from '../give-delegation.ts';
import { loadChoices } from '../load-choices.ts';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.give', '/mia-pagina/deleghe/nuova');

/** Gives somebody a delegation, or a colleague a role. */
export default async function NewDelegationPage({ searchParams }: { searchParams: Query }) {
  const { t, lang } = await pageContext();
  const mine = await loadMine(one((await searchParams)['per']));
  const permission = mayGiveFor(mine.session, mine.acting.agent);
  const form = delegationForm(await loadChoices(mine, 'give'));
  return (
    <div className="container narrow my-page own-page">
      <p className="desk-crumb">
        <a href={minePath('/mia-pagina/deleghe', mine)}>
          ‹ {t(mine.acting.isBody ? 'own.colleagues' : 'own.door.delegations')}
        </a>
      </p>
      <h1>{t(mine.acting.isBody ? 'own.giveRole' : 'own.give')}</h1>
      <p className="lead">{t('own.giveLead', { name: mine.acting.name })}</p>
      {permission.allowed ? (
        <AnsweredForm
          id="delega"
          label={t('own.give')}
          answer={giveDelegationOf.bind(null, mine.acting.agent)}
          start={{ form, problems: [], notice: null, turn: 0 }}
          files={fileWords(t)}
          words={{ problems: t('form.problems'), optional: t('form.optional'), working: t('form.working') }}
        />
      ) : (
        <p className="empty">{permission.reason.text[lang]}</p>
      )}
    </div>
  );
}
