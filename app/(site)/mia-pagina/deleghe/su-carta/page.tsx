import type { Metadata } from 'next';
import { AnsweredForm } from '#app/_components/forms/answered-form.tsx';
import { fileWords } from '#app/_components/forms/file-words.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { delegationForm } from '#lib/http/delegation-form.ts';
import { loadMine, minePath } from '../../load-mine.ts';
import { ownMetadata } from '../../own-page.ts';
import { claimDelegationOf } from '../give-delegation.ts';
import { loadChoices } from '../load-choices.ts';

export const generateMetadata = (): Promise<Metadata> => ownMetadata('own.claimTitle', '/mia-pagina/deleghe/su-carta');

/** Shows a deed on paper, for the office to look at. */
export default async function PaperDelegationPage() {
  const { t, lang } = await pageContext();
  const mine = await loadMine(undefined);
  const permission = mayReceiveDelegation(mine.session);
  const form = delegationForm(await loadChoices(mine, 'claim'));
  return (
    <div className="container narrow my-page own-page">
      <p className="desk-crumb">
        <a href={minePath('/mia-pagina/deleghe', mine)}>‹ {t('own.door.delegations')}</a>
      </p>
      <h1>{t('own.claimTitle')}</h1>
      <p className="lead">{t('own.claimLead')}</p>
      {permission.allowed ? (
        <AnsweredForm
          id="delega"
          label={t('own.claimTitle')}
          answer={claimDelegationOf}
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
