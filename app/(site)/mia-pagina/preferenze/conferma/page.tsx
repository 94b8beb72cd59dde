import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { requireCitizen } from '#lib/auth/session.ts';
import { confirmAddressOf } from './confirm-address.ts';
import { linkOf } from './link-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('preferences.confirmTitle'),
    path: '/mia-pagina/preferenze/conferma',
    index: false,
  });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the link of a message leads: by a press, for programs that look at messages open every link in them. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const session = await requireCitizen();
  const { t: token, esito } = await searchParams;
  const link = typeof token === 'string' && esito !== 'no' ? await linkOf(session, token) : null;
  return (
    <div className="container narrow my-page">
      <p className="desk-crumb">
        <a href="/mia-pagina/preferenze">‹ {t('preferences.title')}</a>
      </p>
      <h1>{t('preferences.confirmTitle')}</h1>
      {link ? (
        <form action={confirmAddressOf}>
          <p>{t('preferences.confirmAsk', { email: link.email })}</p>
          <input type="hidden" name="t" value={String(token)} />
          <button type="submit" className="btn btn-primary">
            {t('preferences.confirm')}
          </button>
        </form>
      ) : (
        <p role="alert">{t('preferences.confirmFailed')}</p>
      )}
    </div>
  );
}
