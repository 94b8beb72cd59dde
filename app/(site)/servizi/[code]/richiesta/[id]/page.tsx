import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { ReceiptSheet } from '#app/_components/receipt-sheet.tsx';
import { mayReadByPermit } from '#lib/access/reading-permits.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import { permitsOfProcedure } from '#lib/store/reading-permits/list-permits.ts';
import { SignInFirst } from '../sign-in-first.tsx';

interface ReceiptPageProps {
  params: Promise<{ code: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('receipt.title'), path: '/servizi', index: false });
}

/** The receipt of what somebody has filed here: for them alone. */
export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { t, lang } = await pageContext();
  const { code, id } = await params;
  const session = await currentSession();
  if (session?.kind !== 'citizen')
    return (
      <div className="container narrow">
        <h1>{t('receipt.title')}</h1>
        <SignInFirst staff={session?.kind === 'staff'} />
      </div>
    );
  const { procedures, organisation, pool, today } = composition();
  const reach = reachOf(session, organisation());
  const view = await procedures.findCase(id, reach);
  if (!view || view.procedure.type.code !== code) return <Missing />;
  const filed = await procedures.listDocuments(id, reach, { limit: 100 });
  const permits = 'readingPermit' in view.context.type ? await permitsOfProcedure(pool, id) : [];
  const toRead = permits.filter((permit) => mayReadByPermit(session, [permit], today()).allowed);
  return (
    <>
      {toRead.length > 0 ? (
        <section className="container narrow" aria-labelledby="to-read">
          <h2 id="to-read">{t('reading.yours')}</h2>
          <ul className="plain">
            {toRead.map(({ id: permit, record, title, until }) => (
              <li key={permit}>
                <a href={`/records/${record}/lettura`} lang="it">
                  {title}
                </a>{' '}
                <span className="aside">{t('reading.until', { day: dayInWords(until, lang) })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ReceiptSheet
        view={view}
        first={filed?.items ?? []}
        links={[
          { href: `/mia-pagina/pratiche/${id}`, label: t('receipt.toMyCase') },
          { href: '/servizi', label: t('services.title') },
        ]}
      />
    </>
  );
}
