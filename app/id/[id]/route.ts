import { answerId } from '#lib/http/linked-data/answer-id.ts';

/** The URI of a thing. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerId(request, (await params).id);
}
