import { composition } from '#lib/composition.ts';

export const dynamic = 'force-dynamic';

/** Robots read records and agents; combinations of filters, tree windows and the JSON interface are not for walking through. */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    'Disallow: /search?',
    'Disallow: /api/',
    'Disallow: /*?in=',
    'Disallow: /*?around=',
    'Disallow: /*?inside=',
    'Disallow: /*?open=',
    'Allow: /',
    '',
    `Sitemap: ${composition().baseUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
}
