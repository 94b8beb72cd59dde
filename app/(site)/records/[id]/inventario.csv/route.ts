import { answerCsv } from '#lib/http/finding-aid/answer-csv.ts';

/** A finding aid as a table. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerCsv(request, (await params).id);
}
