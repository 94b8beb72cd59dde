import { answerProcedure } from '#lib/http/procedures/answer-procedure.ts';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerProcedure(request, (await params).id);
}
