import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentPreview } from '#lib/http/document-preview.ts';
import { documentOfArchive } from '#lib/http/readable-document.ts';

/** A small picture of a document of a fascicolo without a procedure, for who keeps the archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const found = session ? await documentOfArchive(id, record, session, composition()) : null;
  return documentPreview(request, found?.document ?? null, composition().previews);
}
