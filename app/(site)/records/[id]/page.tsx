import type { Metadata } from 'next';
import { ArchivalHtml } from '#app/_components/archival-html.tsx';
import { JsonLd } from '#app/_components/json-ld.tsx';
import { Gone } from '#app/_components/gone.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { levelWord, unitFacts } from '#app/_components/record-line.tsx';
import { toAddress } from '#app/_components/to-address.ts';
import { composition } from '#lib/composition.ts';
import { readResultPlace } from '#lib/http/result-place.ts';
import { datesInWords, dayInWords, languageTag } from '#lib/i18n/dates.ts';
import { toCitations } from '#lib/projections/citation.ts';
import { toRecordPage } from '#lib/projections/record-page.ts';
import { toSchemaOrgRecord } from '#lib/projections/schema-org.ts';
import { Areas } from './areas.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import { Citation } from './citation.tsx';
import { Closure } from './closure.tsx';
import { CustodianContact } from './custodian-contact.tsx';
import { DigitalObjects } from './digital-objects.tsx';
import { Inventory } from './inventory.tsx';
import { loadReading } from './lettura/load-reading.ts';
import { loadRecord } from './load-record.ts';
import { loadTree } from './load-tree.ts';
import { manifestAddress } from './manifest-address.ts';
import { Neighbours } from './neighbours.tsx';
import { RecordActions } from './record-actions.tsx';
import { OpenDocument } from './open-document.tsx';
import { Pages } from './pages.tsx';
import { isOurs, readingRequestOf, requestsOf } from './request-of.ts';
import { RecordData } from './record-data.tsx';
import { Related } from './related.tsx';
import { ResultNavigation } from './result-navigation.tsx';
import { wholeTreeHref } from './tree-model.ts';
import { Tree } from './tree.tsx';
import { treeWords } from './tree-words.ts';

interface RecordPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  const context = await pageContext();
  const found = await loadRecord((await params).id);
  if (found?.state !== 'found') return unfoundMetadata(context, found);
  const record = found.value;
  const text = record.description.elements.scopeAndContent?.[0]?.text ?? unitFacts(record, context.t);
  return pageMetadata(context, {
    title: record.title,
    path: `/records/${record.id}`,
    description: text,
    data: `/data/${record.id}`,
    manifest: await manifestAddress(record.id),
  });
}

/** A record: what it is, all its description, where it stands, how to cite it. */
export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const context = await pageContext();
  const { t, lang } = context;
  const { id } = await params;
  const found = await loadRecord(id);
  if (!found) return <Missing />;
  if (found.state === 'gone') return <Gone id={id} deletedAt={found.deletedAt} />;
  const record = found.value;
  const { baseUrl, today } = composition();
  const query = await searchParams;
  const tree = await loadTree(record, query, t);
  const results = readResultPlace(toAddress(query));
  const dates = datesInWords(record.dates, t);
  const permalink = `${baseUrl}/records/${record.id}`;
  const areas = toRecordPage(record, { dates, level: levelWord(record, t) });
  const citations = toCitations(record, { dates, permalink, readOn: dayInWords(today(), lang) });
  const later = readingRequestOf(record, 'deposit', t);
  const titleLang = languageTag(record.titleLang);
  return (
    <article className="container record">
      {results ? <ResultNavigation t={t} lang={lang} id={id} place={results} /> : null}
      <div className="record-top">
        <Breadcrumb t={t} record={record} />
        <Neighbours t={t} place={record.place} />
      </div>
      <header className="record-heading">
        <p className="kicker">{unitFacts(record, t)}</p>
        <h1 lang={titleLang}>
          {record.description.titleHtml ? (
            <ArchivalHtml as="span" className="title-html" html={record.description.titleHtml} />
          ) : (
            record.title
          )}
        </h1>
        <RecordActions
          t={t}
          permalink={permalink}
          title={record.title}
          requests={requestsOf(record, t)}
          bookmark={{ key: record.id, title: record.title, facts: unitFacts(record, t) }}
        />
      </header>
      <div className="record-columns">
        <div className="record-main">
          {record.visibility === 'described' ? (
            <Closure
              t={t}
              lang={lang}
              record={record}
              request={readingRequestOf(record, 'reserved', t)}
              readableUntil={(await loadReading(record.id))?.permit.until ?? null}
            />
          ) : null}
          <Pages context={context} record={record} query={query} />
          <OpenDocument t={t} lang={lang} id={record.id} />
          <DigitalObjects t={t} objects={record.digitalObjects.filter(({ ofImages }) => !ofImages)} />
          <Areas t={t} lang={lang} areas={areas} />
          <Related t={t} related={record.related} />
          {later ? (
            <section className="later-files" aria-labelledby="later-files">
              <h2 id="later-files">{t('reading.later')}</h2>
              <p>
                {t('reading.laterText')} <a href={later.href}>{later.label}</a>.
              </p>
            </section>
          ) : null}
          <Citation t={t} citations={citations} permalink={permalink} />
        </div>
        <div className="record-side">
          <section className="where" aria-labelledby="where">
            <h2 id="where">{t('tree.title')}</h2>
            <Tree key={record.id} start={tree} current={record.id} words={treeWords(t, t('tree.title'))} />
            {tree.branch ? (
              <p className="where-whole">
                <a href={wholeTreeHref(tree.id, record.id)}>{t('tree.openWhole')}</a>
              </p>
            ) : null}
          </section>
          {record.childCount > 0 ? <Inventory t={t} id={record.id} /> : null}
          <RecordData t={t} id={record.id} manifest={await manifestAddress(record.id)} />
          <CustodianContact t={t} institution={record.institution} isElsewhere={!isOurs(record)} />
        </div>
      </div>
      <JsonLd thing={toSchemaOrgRecord(record, baseUrl)} />
    </article>
  );
}
