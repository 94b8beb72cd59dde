import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { loadType } from '../../../../load-type.ts';
import { deleteDraft } from './delete-draft.ts';

interface Props {
  params: Promise<{ code: string; draft: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('draft.deleteTitle'), path: '/mia-pagina', index: false });
}

/** Asked before a draft is ended: what is in it cannot be brought back. */
export default async function DeleteDraftPage({ params }: Props) {
  const { t, lang } = await pageContext();
  const { code, draft: id } = await params;
  const session = await requireCitizen();
  const draft = await composition().requestDrafts.find(session.agent, id);
  if (!draft || draft.type.code !== code || draft.filedAs) return <Missing />;
  const isPaid = (await composition().payments.ofDraft(session.agent, id)).some(({ state }) => state === 'paid');
  return (
    <div className="container narrow request-page">
      <p className="kicker">{loadType(code)?.title[lang] ?? code}</p>
      <h1>{t('draft.deleteTitle')}</h1>
      <p>{t('draft.alreadyText', { at: instantInWords(draft.savedAt, lang) })}.</p>
      <p>{t('draft.deleteText')}</p>
      {isPaid ? <p className="callout-plain">{t('pay.lostWithDraft')}</p> : null}
      <form action={deleteDraft.bind(null, id)} className="asked-buttons">
        <button type="submit" className="btn btn-primary">
          {t('draft.deleteYes')}
        </button>
        <a className="btn btn-outline-primary" href="/mia-pagina#bozze">
          {t('draft.deleteNo')}
        </a>
      </form>
    </div>
  );
}
