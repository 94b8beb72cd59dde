import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerBegin, answerEnd, answerOffset } from '#lib/http/uploads/answer-uploads.ts';
import { answeredDocument } from '#lib/launcher/documents-ahead.ts';
import { sendAnswer } from '#lib/launcher/send-answer.ts';
import { headersOf } from '#lib/launcher/web-request.ts';

/** The routes of uploads and of documents behind a plain server, for clients of other people. */
export async function serveUploads(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!request.destroyed) console.error(error);
      response.destroy();
    });
  });
  // As long as the site's: a client that keeps a connection must not find it shut.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  if (answeredDocument(request, response)) return;
  const asked = new Request(url, { method: request.method ?? 'GET', headers: headersOf(request) });
  await sendAnswer(await route(asked, url.pathname), request, response);
}

async function route(request: Request, pathname: string): Promise<Response> {
  const [, id = ''] = /^\/api\/v1\/uploads\/([^/]+)$/.exec(pathname) ?? [];
  const answers: Record<string, () => Promise<Response>> = {
    POST: () => answerBegin(request),
    HEAD: () => answerOffset(request, id),
    DELETE: () => answerEnd(request, id),
  };
  return answers[request.method]?.() ?? new Response(null, { status: 405 });
}
