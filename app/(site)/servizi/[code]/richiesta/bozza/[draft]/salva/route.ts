import { z } from 'zod';
import { pageContext } from '#app/_components/page-context.ts';
import { mayWrite } from '#lib/access/request-drafts.ts';
import { readTicket } from '#lib/auth/draft-ticket.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import type { Saving } from '#lib/http/request-drafts/saving.ts';
import { timeInWords } from '#lib/i18n/dates.ts';
import { keepPage } from '../../../keep-page.ts';
import { stepsFor } from '../../../open-draft.ts';

const placeSchema = z.object({ code: z.string(), draft: z.string() });

const answer = (said: Saving, status = 200): Response =>
  Response.json(said, { status, headers: { 'cache-control': 'no-store' } });

/** Saves a page of a form while somebody types: nothing is checked, nothing is told but when. */
export async function POST(request: Request, { params }: { params: Promise<unknown> }): Promise<Response> {
  const { lang } = await pageContext();
  const { code, draft } = placeSchema.parse(await params);
  const { procedureTypes, today, authSecret } = composition();
  const data = await request.formData().catch(() => null);
  const type = procedureTypes.findType(code, today());
  const [given, slug] = [data?.get('ticket'), data?.get('step')];
  if (!data || !type || typeof given !== 'string') return answer({ kind: 'gone' }, 400);
  const session = await currentSession();
  const ticket = await readTicket(given, await authSecret());
  // Somebody else has signed in meanwhile: what the other has typed is not theirs.
  if (!mayWrite(session, type) || (ticket && ticket.owner !== session.agent)) return answer({ kind: 'signIn' }, 401);
  const step = stepsFor(session, type).find((one) => one.slug === slug);
  if (!step || ticket?.draft !== draft || ticket.type !== code) return answer({ kind: 'gone' }, 400);
  const saved = await keepPage({ session, type, step, draft }, data, { takesVersion: false });
  if (saved.kind === 'tooMany') return answer({ kind: 'full' }, 409);
  if (saved.kind !== 'saved') return answer({ kind: 'gone' }, 410);
  return answer({ kind: 'saved', time: timeInWords(saved.savedAt, lang), revision: saved.revision });
}
