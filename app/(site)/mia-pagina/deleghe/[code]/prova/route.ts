import { mayGiveFor } from '#lib/access/delegations/giving.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';

/** The deed of a delegation, for either side of it. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const session = await currentSession();
  const { delegations } = composition();
  if (session?.kind !== 'citizen') return documentContent(request, null, null);
  const per = new URL(request.url).searchParams.get('per') ?? session.agent;
  const id = per !== session.agent && mayGiveFor(session, per).allowed ? per : session.agent;
  const found = await delegations.find((await params).code, { kind: 'citizen', id });
  const proof = found?.proof ? delegations.proof(found.proof) : null;
  return documentContent(request, proof, proof && `prova-delega.${proof.format}`);
}
