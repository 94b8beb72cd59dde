import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BlockList } from 'node:net';
import next from 'next';
import { composition } from '#lib/composition.ts';
import { readProxies, tellAddress } from '#lib/http/client-address.ts';
import { guardFailures } from '#lib/http/failure-guard.ts';
import { refusedRequest } from '#lib/http/method-guard.ts';
import { ownOrigins } from '#lib/http/own-origins.ts';
import { soundAddress } from '#lib/http/sound-address.ts';
import { answeredAhead } from './ahead-of-next.ts';
import { answeredSending } from './answer-sending.ts';
import { answeredLive, endLive } from './live-ahead.ts';
import { answeredImage, imagesOfSite } from './images-ahead.ts';
import { answeredOai } from './oai-ahead.ts';
import { runForm } from '#lib/http/forms/form-run.ts';
import { answeredDocument } from './documents-ahead.ts';
import { carriesFiles, takeFiles } from './files-ahead.ts';
import { installationOf } from './installation.ts';

const dev = process.argv.includes('--dev');
const hostname = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
const contact = process.env.ADMIN_EMAIL || null;
const own = ownOrigins(process.env.BASE_URL || null, hostname, port);
const proxies = readProxies(process.env.TRUSTED_PROXIES ?? '') ?? new BlockList();
const installation = installationOf(process.env.DATA_DIR ?? '.data');

// Before anything that takes its time: the launcher may be killed, or end us, meanwhile.
let server: Server | null = null;
let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  if (!server?.listening) process.exit(0);
  server.close(() => process.exit(0));
  // Pages that are open come back to whoever answers next.
  endLive();
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The launcher is gone (killed): nobody would restart or stop us.
process.on('disconnect', stop);

const site = next({ dev, hostname, port });
await site.prepare();
const handle = site.getRequestHandler();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!carriesFiles(request)) return handle(request, response);
  const begun = new Date();
  const asked = await takeFiles(request, response);
  if (asked) await runForm(response, begun, () => handle(asked, response));
}

server = createServer((request, response) => {
  if (refusedRequest(request, response, own)) return;
  request.url = soundAddress(request.url ?? '/');
  if (request.url === '/healthz') {
    response.setHeader('x-eli4u-installation', installation);
    response.setHeader('cache-control', 'no-store');
    response.end('ok\n');
    return;
  }
  if (answeredAhead(request, response) || answeredSending(request, response) || answeredLive(request, response)) return;
  if (answeredImage(request, response, imagesOfSite)) return;
  if (answeredOai(request, response, () => composition().harvests)) return;
  tellAddress(request, proxies);
  if (answeredDocument(request, response)) return;
  // In development the error itself is wanted, with its place in the source.
  if (!dev) guardFailures(request, response, contact);
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});
// A tunnel or proxy keeps connections open for 60 s; ours must live longer, or it answers on a closed one.
server.keepAliveTimeout = 65_000;
// A large document on a slow line; Node's own five minutes would cut it.
server.requestTimeout = 2 * 60 * 60 * 1000;
server.listen(port, hostname, () => process.send?.('ready'));
server.on('error', (error) => {
  console.error(`the site cannot listen on ${hostname}:${port}: ${error.message}`);
  process.exit(1);
});
