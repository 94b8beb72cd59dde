import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { readSignedLink } from '#lib/channels/signed-link.ts';
import { composition } from '#lib/composition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('unsubscribe.title'), path: '/avvisi/fine', index: false });
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Ends the e-mails by a press, without signing in; says that they are ended. */
export default async function EndEmailsPage({ searchParams }: Props) {
  const { t } = await pageContext();
  const { t: given, esito } = await searchParams;
  const token = typeof given === 'string' ? given : '';
  const link = readSignedLink(await composition().authSecret(), token);
  return (
    <div className="container narrow prose">
      <h1>{t('unsubscribe.title')}</h1>
      {esito === 'fatto' ? (
        <p role="status">{t('unsubscribe.done')}</p>
      ) : link?.for === 'unsubscribe' ? (
        <form method="post" action={`/avvisi/disiscrizione?${new URLSearchParams({ t: token })}`}>
          <p>{t('unsubscribe.ask')}</p>
          <input type="hidden" name="pagina" value="1" />
          <button type="submit" className="btn btn-primary">
            {t('unsubscribe.do')}
          </button>
        </form>
      ) : (
        <p role="alert">{t('unsubscribe.bad')}</p>
      )}
      <p>
        <a href="/mia-pagina/preferenze">{t('preferences.title')}</a>
      </p>
    </div>
  );
}
