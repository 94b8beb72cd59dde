import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentPreview } from '#lib/http/document-preview.ts';
import { documentOfCase } from '#lib/http/readable-document.ts';

/** A small picture of a document of a case, as far as who asks may read it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const found = session ? await documentOfCase(id, record, session, composition()) : null;
  return documentPreview(request, found?.document ?? null, composition().previews);
}
