import { answerNewVersion, answerVersions } from '#lib/http/procedures/answer-versions.ts';

interface Context {
  params: Promise<{ id: string; document: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, document } = await params;
  return answerVersions(request, id, document);
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, document } = await params;
  return answerNewVersion(request, id, document);
}
