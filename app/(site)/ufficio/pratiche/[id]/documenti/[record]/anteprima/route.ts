import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentPreview, previewSize } from '#lib/http/document-preview.ts';
import { noteLook } from '#lib/http/note-look.ts';
import { documentOfCase } from '#lib/http/readable-document.ts';

/** A small picture of a document of a case, as far as who asks may read it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const found = session ? await documentOfCase(id, record, session, composition()) : null;
  // A page that can be read is a look at the document; the small picture in a list is not.
  if (found && previewSize(request) === 'page') await noteLook(session, found.handled, composition(), record);
  return documentPreview(request, found?.document ?? null, composition().previews);
}
