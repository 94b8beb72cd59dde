import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The first of what an address says under a name. */
export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Of a page that is nobody else's: no search engine is to keep it. */
export async function ownMetadata(title: MessageKey, path: string): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t(title), path, index: false });
}
