import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentContent } from '#lib/http/document-content.ts';
import { actOfRepertorio } from '#lib/http/readable-document.ts';

/** The bytes of an act of a repertorio, for who keeps the archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; record: string }> },
): Promise<Response> {
  const { code, record } = await params;
  const act = await actOfRepertorio(code, record, await currentSession(), composition());
  return documentContent(request, act, act?.fileName ?? null);
}
