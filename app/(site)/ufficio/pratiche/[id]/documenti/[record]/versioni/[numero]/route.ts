import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { expectedOf } from '#app/_components/version-form.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
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
  const view = await procedures.findCase(id, reach);
  const line = view?.documents.find((document) => document.record === record);
  if (!view || !line) return download(null, record);
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  if (!mayReadDocument(session, facts, line, offices).allowed) return download(null, record);
  const opened = await procedures.openVersion(id, record, version, reach);
  return download(opened && { ...opened, fileName: null }, `${record}-v${version}`);
}
