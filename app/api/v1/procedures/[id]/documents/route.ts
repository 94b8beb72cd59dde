import { answerDocument } from '#lib/http/procedures/answer-document.ts';
import { answerDocuments } from '#lib/http/procedures/answer-documents.ts';

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDocuments(request, (await params).id);
}

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDocument(request, (await params).id);
}
