import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';
import { noteLook } from '#lib/http/note-look.ts';
import { documentOfCase } from '#lib/http/readable-document.ts';

/** The bytes of a document of a case, as far as who asks may read it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; record: string }> },
): Promise<Response> {
  const session = await currentSession();
  const { id, record } = await params;
  const found = session ? await documentOfCase(id, record, session, composition()) : null;
  if (found) await noteLook(session, found.handled, composition(), record);
  return documentContent(request, found?.document ?? null, found?.document.fileName ?? null);
}
