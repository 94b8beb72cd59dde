import { expectedOf } from '#app/_components/version-form.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { download } from '#lib/http/download.ts';

/** The bytes of one version of a document of a fascicolo that has no procedure. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string; record: string; numero: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record, numero } = await params;
  const version = expectedOf(numero);
  if (session === null || version === null || !mayKeepArchive(session).allowed) return download(null, record);
  const opened = await composition().fascicoli.openVersion(id, record, version);
  return download(opened && { ...opened, fileName: null }, `${record}-v${version}`);
}
