import { composition } from '#lib/composition.ts';
import { toSitemapIndex, xmlResponse } from '#lib/http/sitemap.ts';
import { sitemapKinds } from '#lib/store/reading/reading-store.ts';

export const dynamic = 'force-dynamic';

/** The index of sitemaps: one file for so many ids, each named by the id it starts past. */
export async function GET(): Promise<Response> {
  const { store, baseUrl } = composition();
  const addresses = await Promise.all(
    sitemapKinds.map(async (kind) => {
      const starts = await store.findSitemapStarts(kind);
      return starts.map((start) => `${baseUrl}/sitemaps/${kind}${start ? `-${start}` : ''}.xml`);
    }),
  );
  return xmlResponse(toSitemapIndex([...addresses.flat(), `${baseUrl}/sitemaps/services.xml`]));
}
