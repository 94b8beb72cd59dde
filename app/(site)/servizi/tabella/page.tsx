import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { PrintButton } from '#app/_components/print-button.tsx';
import { composition } from '#lib/composition.ts';
import { art35Rows } from '#lib/http/procedure-types.ts';
import { Crumbs } from '../crumbs.tsx';
import { Art35Table } from './art35-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, {
    title: context.t('art35.title'),
    path: '/servizi/tabella',
    description: context.t('art35.lead'),
  });
}

/** The table of procedures that D.Lgs. 33/2013 art. 35 wants published. */
export default async function TablePage() {
  const { t, lang } = await pageContext();
  const { procedureTypes, today } = composition();
  const rows = art35Rows(procedureTypes, today(), lang);
  return (
    <div className="container record">
      <Crumbs t={t} />
      <header className="record-heading">
        <p className="kicker">{t('art35.kicker')}</p>
        <h1 id="table-title">{t('art35.title')}</h1>
        <p className="services-lead">{t('art35.lead')}</p>
        <div className="actions">
          <a className="btn btn-outline-primary" href={`/api/v1/procedure-types?lang=${lang}`}>
            {t('art35.json')}
          </a>
          <PrintButton text={t('record.print')} />
        </div>
      </header>
      <p className="services-total">
        {t('art35.count', { count: rows.length })} <span className="art35-hint">{t('art35.scrolls')}</span>
      </p>
      {rows.length > 0 ? (
        <Art35Table rows={rows} t={t} lang={lang} labelledBy="table-title" />
      ) : (
        <p className="empty">{t('services.empty')}</p>
      )}
    </div>
  );
}
