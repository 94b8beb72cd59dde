import { answerRange } from '#lib/http/iiif/answer-presentation.ts';

/** A part of a manifest by itself. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; range: string }> },
): Promise<Response> {
  const { id, range } = await params;
  return answerRange(request, id, range);
}
