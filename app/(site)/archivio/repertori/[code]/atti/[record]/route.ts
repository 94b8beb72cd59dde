import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { download } from '#lib/http/download.ts';

/** The bytes of an act of a repertorio. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { code, record } = await params;
  const may = session !== null && mayKeepArchive(session).allowed;
  return download(may ? await composition().fascicoli.openEntry(code, record) : null, record);
}
