import { answerCollection } from '#lib/http/iiif/answer-collection.ts';

/** What is digitised, as IIIF collections that follow the hierarchy. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return answerCollection(request, (await params).name);
}
