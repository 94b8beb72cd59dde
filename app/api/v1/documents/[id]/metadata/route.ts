import { answerDocumentMetadata } from '#lib/http/answer-document-metadata.ts';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDocumentMetadata(request, (await params).id);
}
