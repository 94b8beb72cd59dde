import { composition } from '#lib/composition.ts';

export const dynamic = 'force-dynamic';

/** OAI-PMH, where nobody answers it ahead of Next (lib/launcher/oai-ahead.ts). */
async function answer(request: Request): Promise<Response> {
  const { method, headers, url } = request;
  const given = await composition().harvests({
    method,
    query: new URL(url).search,
    contentType: headers.get('content-type'),
    body: method === 'POST' ? await request.text() : '',
  });
  const parts = given.parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const end = async () => {
    await parts.return?.();
    given.done();
  };
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const next = await parts.next();
        if (!next.done) return controller.enqueue(encoder.encode(next.value));
        controller.close();
        await end();
      } catch (error) {
        controller.error(error);
        await end();
      }
    },
    cancel: end,
  });
  return new Response(body, { status: given.status, headers: given.headers });
}

export const GET = answer;
export const POST = answer;
