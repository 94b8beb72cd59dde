import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';
import { documentOfArchive } from '#lib/http/readable-document.ts';

/** The bytes of a document of a fascicolo without a procedure, for who keeps the archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const found = session ? await documentOfArchive(id, record, session, composition()) : null;
  return documentContent(request, found?.document ?? null, found?.document.fileName ?? null);
}
