import { answerPageText } from '#lib/http/iiif/answer-presentation.ts';

/** What is written on a page, as annotations. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; name: string }> },
): Promise<Response> {
  const { id, name } = await params;
  return answerPageText(request, id, name);
}
