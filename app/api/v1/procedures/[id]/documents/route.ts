import { answerDocument } from '#lib/http/procedures/answer-document.ts';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDocument(request, (await params).id);
}
