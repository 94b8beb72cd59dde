import { answerProcedureType } from '#lib/http/answer-procedure-types.ts';

export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return answerProcedureType(request, (await params).code);
}
