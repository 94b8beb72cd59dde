import { answerUnsubscribe } from '#lib/http/procedures/answer-webhooks.ts';

export async function DELETE(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerUnsubscribe(request, (await params).id);
}
