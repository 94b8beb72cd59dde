import { answerContentSearch } from '#lib/http/iiif/answer-search.ts';

/** Words on the pages of a unit (IIIF Content Search). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerContentSearch(request, (await params).id);
}
