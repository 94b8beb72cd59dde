import { checkingRole } from '#lib/access/delegations/giving.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';

/** The deed that somebody has shown, for who checks it. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const session = await currentSession();
  const { delegations, looks } = composition();
  const as = session && checkingRole(session);
  if (session?.kind !== 'staff' || !as) return documentContent(request, null, null);
  const found = await delegations.find((await params).code, { kind: 'officer', id: session.member });
  // Who shows a deed reads who has looked at it.
  const bearer = found?.delegate.agent;
  if (bearer)
    await looks.note({
      member: session.member,
      kind: 'person.read',
      subject: bearer,
      as: { role: as.role, unit: as.unit },
    });
  const proof = found?.proof ? delegations.proof(found.proof) : null;
  return documentContent(request, proof, proof && `prova-delega.${proof.format}`);
}
