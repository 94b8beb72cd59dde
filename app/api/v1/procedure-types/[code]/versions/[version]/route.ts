import { answerTypeVersion } from '#lib/http/answer-procedure-types.ts';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string; version: string }> },
): Promise<Response> {
  const { code, version } = await params;
  return answerTypeVersion(code, version);
}
