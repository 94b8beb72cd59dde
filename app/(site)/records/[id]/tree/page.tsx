import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { Gone } from '#app/_components/gone.tsx';
import { pageMetadata, unfoundMetadata } from '#app/_components/metadata.ts';
import { Missing } from '#app/_components/missing.tsx';
import { pageContext } from '#app/_components/page-context.ts';
import { unitFacts } from '#app/_components/record-line.tsx';
import { searchHref } from '#lib/http/search-parameters.ts';
import { languageTag } from '#lib/i18n/dates.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { loadRecord } from '../load-record.ts';
import { wholeTreeHref } from '../tree-model.ts';
import type { PageQuery } from '../tree-nodes.ts';
import { treeWords } from '../tree-words.ts';
import { Tree } from '../tree.tsx';
import { loadWholeTree } from './load-whole-tree.ts';

interface TreePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageQuery>;
}

export async function generateMetadata({ params, searchParams }: TreePageProps): Promise<Metadata> {
  const context = await pageContext();
  const found = await loadRecord((await params).id);
  if (found?.state !== 'found') return unfoundMetadata(context, found);
  return pageMetadata(context, {
    title: context.t('tree.titleOf', { title: found.value.title }),
    path: `/records/${found.value.id}/tree`,
    index: (await searchParams)['open'] === undefined,
  });
}

/** The whole tree of a fonds, opened where the reader wants. */
export default async function TreePage({ params, searchParams }: TreePageProps) {
  const { t } = await pageContext();
  const { id } = await params;
  const found = await loadRecord(id);
  if (!found) return <Missing />;
  if (found.state === 'gone') return <Gone id={id} deletedAt={found.deletedAt} />;
  const record = found.value;
  const top = record.ancestors[0];
  if (top) permanentRedirect(wholeTreeHref(top.id, record.id));
  const { tree, open } = await loadWholeTree(record, await searchParams, t);
  return (
    <article className="container record">
      <Breadcrumb t={t} record={record} self />
      <header className="record-heading">
        <p className="kicker">{unitFacts(record, t)}</p>
        <h1>
          {t('tree.whole')}: <span lang={languageTag(record.titleLang)}>{record.title}</span>
        </h1>
        <p className="actions">
          <a className="btn btn-outline-primary" href={searchHref(null, { fonds: [record.id] })} rel="nofollow">
            {t('tree.searchInside')}
          </a>
        </p>
      </header>
      <section className="tree-whole" aria-label={t('tree.whole')}>
        {tree.branch ? (
          <Tree key={open} start={tree} current={open} words={treeWords(t, t('tree.whole'))} whole />
        ) : (
          <p className="empty">{t('tree.empty')}</p>
        )}
      </section>
    </article>
  );
}
