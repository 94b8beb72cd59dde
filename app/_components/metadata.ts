import type { Metadata } from 'next';
import { composition } from '#lib/composition.ts';
import { syntaxNames } from '#lib/linked-data/syntax-names.ts';
import { beginningOf } from '#lib/records/beginning-of.ts';
import { presentationType } from '#lib/records/iiif-resources.ts';
import { languages } from '#lib/i18n/language.ts';
import type { PageContext } from './page-context.ts';

/**
 * Title, canonical address and the same page in the other language.
 * @param page `data`: where the same is told as data, without the ending; `manifest`: where its images are as a IIIF manifest
 */
export function pageMetadata(
  { t, lang }: PageContext,
  page: {
    title?: string;
    path: string;
    description?: string | undefined;
    index?: boolean;
    data?: string;
    manifest?: string | null;
  },
): Metadata {
  const { baseUrl } = composition();
  const url = new URL(page.path, baseUrl);
  const inLanguage = (language: string): string => {
    const address = new URL(url);
    address.searchParams.set('lang', language);
    return address.href;
  };
  const title = page.title ? `${page.title} · ${t('site.name')}` : `${t('site.name')} · ${t('site.claim')}`;
  return {
    title,
    ...(page.description ? { description: beginningOf(page.description, 300) } : {}),
    alternates: {
      canonical: url.href,
      languages: {
        ...Object.fromEntries(languages.map((language) => [language, inLanguage(language)])),
        'x-default': url.href,
      },
      types: {
        ...(page.data ? dataTypes(new URL(page.data, baseUrl)) : {}),
        ...(page.manifest ? { [presentationType]: new URL(page.manifest, baseUrl).href } : {}),
      },
    },
    openGraph: {
      title,
      url: url.href,
      siteName: t('site.name'),
      locale: lang === 'it' ? 'it_IT' : 'en_GB',
      type: 'website',
    },
    ...(page.index === false ? { robots: { index: false, follow: true } } : {}),
  };
}

const dataTypes = (data: URL): Record<string, string> =>
  Object.fromEntries(syntaxNames.map(({ mediaType, extension }) => [mediaType, `${data.href}.${extension}`]));

/** The head of a page whose subject is not, or no longer, to be had. */
export function unfoundMetadata(context: PageContext, found: { state: 'gone' } | null): Metadata {
  return pageMetadata(context, { title: context.t(found ? 'gone.title' : 'missing.title'), path: '/', index: false });
}
