import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { SearchBox } from '#app/_components/search-field.tsx';
import { composition } from '#lib/composition.ts';
import { dayInWords } from '#lib/i18n/dates.ts';

interface GonePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('gone.title'), path: '/', index: false });
}

/** A tombstone: something was here, until a day. The proxy leads here with status 410, under the address that was asked for. */
export default async function GonePage({ params }: GonePageProps) {
  const { t, lang } = await pageContext();
  const { id } = await params;
  const { store } = composition();
  const found = (await store.findRecord(id)) ?? (await store.findAgent(id));
  if (found?.state !== 'gone') notFound();
  return (
    <div className="container narrow">
      <h1>{t('gone.title')}</h1>
      <p>{t('gone.text', { day: dayInWords(found.deletedAt, lang) })}</p>
      <p>{t('gone.cited', { id })}</p>
      <SearchBox t={t} />
    </div>
  );
}
