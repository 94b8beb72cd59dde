import { answerManifest } from '#lib/http/iiif/answer-presentation.ts';

/** A digitised unit as a IIIF manifest. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerManifest(request, (await params).id);
}
