import { answerFascicolo } from '#lib/http/answer-fascicoli.ts';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerFascicolo(request, (await params).id);
}
