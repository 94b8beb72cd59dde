import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { expectedOf } from '#app/_components/version-form.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { noteLook } from '#lib/http/note-look.ts';
import { download } from '#lib/http/download.ts';

/** The bytes of one version of a document, for who may read the document and is of the staff. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; record: string; numero: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record, numero } = await params;
  const version = expectedOf(numero);
  if (session?.kind !== 'staff' || version === null) return download(null, record);
  const { procedures, organisation } = composition();
  const offices = organisation();
  const reach = reachOf(session, offices);
  const line = await procedures.findDocument(id, record, reach);
  const handled = line && (await procedures.findHandled([id], reach)).get(id);
  if (!handled) return download(null, record);
  const facts = caseFacts(handled.procedure, handled.context.type, handled.context.catalogue);
  if (!mayReadDocument(session, facts, line, offices).allowed) return download(null, record);
  await noteLook(session, handled, composition(), record);
  const opened = await procedures.openVersion(id, record, version, reach);
  return download(opened && { ...opened, fileName: null }, `${record}-v${version}`);
}
