import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { answerDocument } from '#lib/http/procedures/answer-document.ts';
import { answerBegin, answerEnd, answerOffset, answerPiece } from '#lib/http/uploads/answer-uploads.ts';

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
  const method = request.method ?? 'GET';
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  const asked = new Request(url, {
    method,
    headers,
    ...(method === 'POST' || method === 'PATCH' ? { body, duplex: 'half' } : {}),
  } as RequestInit);
  const given = await route(asked, url.pathname, method);
  response.writeHead(given.status, Object.fromEntries(given.headers));
  response.end(Buffer.from(await given.arrayBuffer()));
}

async function route(request: Request, pathname: string, method: string): Promise<Response> {
  const [, procedure] = /^\/api\/v1\/procedures\/([^/]+)\/documents$/.exec(pathname) ?? [];
  if (procedure) return answerDocument(request, procedure);
  const [, id = ''] = /^\/api\/v1\/uploads\/([^/]+)$/.exec(pathname) ?? [];
  const answers: Record<string, () => Promise<Response>> = {
    POST: () => answerBegin(request),
    HEAD: () => answerOffset(request, id),
    PATCH: () => answerPiece(request, id),
    DELETE: () => answerEnd(request, id),
  };
  return answers[method]?.() ?? new Response(null, { status: 405 });
}
