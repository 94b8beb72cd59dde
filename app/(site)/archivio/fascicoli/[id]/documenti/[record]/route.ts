import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { download } from '#lib/http/download.ts';

/** The bytes of a document of a fascicolo that has no procedure. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const may = session !== null && mayKeepArchive(session).allowed;
  return download(may ? await composition().fascicoli.openDocument(id, record) : null, record);
}
