import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { requestLanguage } from '#lib/http/request-language.ts';
import { deadlineIcs } from '#lib/projections/deadline-ics.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** The end of the term of a case, for one's calendar. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const missing = new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const session = await currentSession();
  if (session?.kind !== 'citizen') return missing;
  const { id } = await params;
  const { procedures, organisation, baseUrl, now } = composition();
  const view = await procedures.findCase(id, reachOf(session, organisation()));
  const on = view?.line.dueLatest ?? view?.line.dueOn;
  if (!view || !on) return missing;
  const lang = requestLanguage(request, undefined);
  const title = view.context.type.title[lang];
  const url = `${baseUrl}/mia-pagina/pratiche/${id}`;
  const ics = deadlineIcs({
    uid: `${id}@${new URL(baseUrl).hostname}`,
    on,
    summary: lang === 'it' ? `Termine: ${title}` : `Term: ${title}`,
    description: view.line.title,
    url,
    madeAt: now().toISOString(),
    sequence: view.procedure.version,
  });
  return new Response(ics, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="scadenza-${id}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
}
