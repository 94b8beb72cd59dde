import { readSignedLink } from '#lib/channels/signed-link.ts';
import { composition } from '#lib/composition.ts';
import { endEmails } from '#lib/store/notifications/preferences.ts';

const token = (request: Request): string => new URL(request.url).searchParams.get('t') ?? '';
const toPage = (query: Record<string, string>): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `/avvisi/fine?${new URLSearchParams(query)}`, 'cache-control': 'no-store' },
  });

/** Who opens the link is asked: programs that look at messages open every link in them. */
export function GET(request: Request): Response {
  return toPage({ t: token(request) });
}

/** One press, in the reader's own program (RFC 8058) or on our page: no more e-mails. Nobody need sign in for that. */
export async function POST(request: Request): Promise<Response> {
  const { authSecret, pool, now } = composition();
  const link = readSignedLink(await authSecret(), token(request));
  const form = await request.formData().catch(() => new FormData());
  const onPage = form.get('pagina') !== null;
  const ours = link?.for === 'unsubscribe';
  if (ours) await endEmails(pool, link.agent, now());
  if (onPage) return toPage({ esito: ours ? 'fatto' : 'no' });
  return new Response(null, { status: ours ? 204 : 400, headers: { 'cache-control': 'no-store' } });
}
