import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { documentPreview } from '#lib/http/document-preview.ts';
import { actOfRepertorio } from '#lib/http/readable-document.ts';

/** A small picture of an act of a repertorio, for who keeps the archive. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; record: string }> },
): Promise<Response> {
  const { code, record } = await params;
  const act = await actOfRepertorio(code, record, await currentSession(), composition());
  return documentPreview(request, act, composition().previews);
}
