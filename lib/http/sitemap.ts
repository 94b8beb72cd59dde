import { toMarkup } from '#lib/records/markup-text.ts';

/** A sitemap index: where the sitemaps are. */
export function toSitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${toMarkup(address)}</loc></sitemap>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</sitemapindex>\n`;
}

/** One sitemap: pages and, where that is known, when each changed. */
export function toSitemap(pages: readonly { address: string; changedAt: string | null }[]): string {
  const entries = pages
    .map(
      ({ address, changedAt }) =>
        `<url><loc>${toMarkup(address)}</loc>${changedAt ? `<lastmod>${changedAt.slice(0, 10)}</lastmod>` : ''}</url>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`;
}

/** XML for robots, to be kept for an hour. */
export function xmlResponse(xml: string): Response {
  return new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
