import { answerData } from '#lib/http/linked-data/answer-data.ts';

/** What bears an id, as data. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return answerData(request, (await params).name);
}
