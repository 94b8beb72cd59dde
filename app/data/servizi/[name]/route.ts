import { answerServices } from '#lib/http/linked-data/answer-services.ts';

/** A type of procedure as data. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return answerServices(request, (await params).name);
}
