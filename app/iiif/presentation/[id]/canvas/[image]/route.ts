import { answerCanvas } from '#lib/http/iiif/answer-presentation.ts';

/** A page of a manifest by itself. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; image: string }> },
): Promise<Response> {
  const { id, image } = await params;
  return answerCanvas(request, id, image);
}
