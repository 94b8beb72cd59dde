import { answerDiscovery } from '#lib/http/iiif/answer-discovery.ts';

/** Changes of manifests (IIIF Change Discovery). */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return answerDiscovery(request, (await params).name);
}
