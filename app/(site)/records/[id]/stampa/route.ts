import { answerPrint } from '#lib/http/finding-aid/answer-print.ts';

/** A finding aid as a book. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerPrint(request, (await params).id);
}
