import { mayCheckDeeds } from '#lib/access/delegations/giving.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';

/** The deed that somebody has shown, for who checks it. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const session = await currentSession();
  const { delegations } = composition();
  if (session?.kind !== 'staff' || !mayCheckDeeds(session).allowed) return documentContent(request, null, null);
  const found = await delegations.find((await params).code, { kind: 'officer', id: session.member });
  const proof = found?.proof ? delegations.proof(found.proof) : null;
  return documentContent(request, proof, proof && `prova-delega.${proof.format}`);
}
