import type { Metadata } from 'next';
import { DocumentIndex } from '#app/_components/fascicolo/document-index.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { readIndexQuery } from '#lib/http/index-parameters.ts';
import { loadFascicolo } from '../../../load-fascicolo.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await pageContext();
  const { id } = await params;
  if (!(await loadFascicolo(id))) return unfoundMetadata(context, null);
  return pageMetadata(context, {
    title: context.t('index.title'),
    path: `/ufficio/pratiche/${id}/fascicolo`,
    index: false,
  });
}

/** The whole index of the fascicolo of a case. */
export default async function FascicoloIndexPage({ params, searchParams }: Props) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const found = await loadFascicolo(id);
  if (!found) return <Missing />;
  const asked = readIndexQuery(await searchParams);
  const { fascicoloIndex } = composition();
  const query = { ...asked, readable: found.readable };
  const [page, counts] = await Promise.all([fascicoloIndex.list(id, query), fascicoloIndex.count(id, query)]);
  const base = `/ufficio/pratiche/${id}`;
  return (
    <div className="container archive-desk">
      <p className="desk-crumb">
        <a href={base}>‹ {t('index.toCase')}</a>
      </p>
      <p className="kicker" lang="it">
        {found.handled.title}
      </p>
      <div className="archive-heading">
        <h1>{t('index.title')}</h1>
        <p className="index-downloads">
          <a href={`${base}/fascicolo.zip`} download>
            {t('fascicolo.zip')}
          </a>
          <a href={`${base}/fascicolo.ead.xml`} download>
            {t('fascicolo.ead3')}
          </a>
        </p>
      </div>
      <DocumentIndex
        base={`${base}/fascicolo`}
        hrefOf={({ record }) => `${base}/documenti/${record}`}
        asked={asked}
        page={page}
        counts={counts}
        t={t}
        lang={lang}
      />
    </div>
  );
}
