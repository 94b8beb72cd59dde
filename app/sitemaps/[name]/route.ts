import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { toSitemap, xmlResponse } from '#lib/http/sitemap.ts';
import { sitemapKinds } from '#lib/store/reading/reading-store.ts';

/** One sitemap: `records.xml`, `records-{id}.xml` for those past an id. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const [, name, after = ''] = /^([a-z]+)(?:-([0-9a-z]+))?\.xml$/.exec((await params).name) ?? [];
  if (name === 'services' && !after) return services();
  const kind = sitemapKinds.find((one) => one === name);
  if (!kind) return problem(404, 'No such sitemap.');
  const { store, baseUrl } = composition();
  const entries = await store.findSitemapPage(kind, after);
  return xmlResponse(
    toSitemap(entries.map(({ id, changedAt }) => ({ address: `${baseUrl}/${kind}/${id}`, changedAt }))),
  );
}

/** The list of services, their table, and each of them. */
function services(): Response {
  const { procedureTypes, today, baseUrl } = composition();
  const paths = ['', '/tabella', ...procedureTypes.listTypes(today()).map(({ code }) => `/${code}`)];
  return xmlResponse(toSitemap(paths.map((path) => ({ address: `${baseUrl}/servizi${path}`, changedAt: null }))));
}
