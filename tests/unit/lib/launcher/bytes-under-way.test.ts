import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createBytesUnderWay, type BytesUnderWay } from '#lib/launcher/bytes-under-way.ts';

const mega = 1024 * 1024;
const answer = Buffer.alloc(16 * mega);
let server: Server | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

async function serve(underWay: BytesUnderWay): Promise<number> {
  server = createServer((request, response) => {
    const body = request.url === '/small' ? Buffer.from('small') : answer;
    const isTaken = underWay.take(response, body.length);
    response.writeHead(isTaken ? 200 : 503).end(isTaken ? body : undefined);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return z.object({ port: z.number() }).parse(server.address()).port;
}

/** Asks, reads how it begins, and then nothing more. */
const askAndPause = (port: number, path = '/'): Promise<{ status: string; socket: Socket }> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      socket.pause();
      resolve({ status: data.toString('latin1').slice(9, 12), socket });
    });
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  });

it('gives no more to slow readers than there is room for; what is small, and who comes when they are gone, has its answer', async () => {
  const port = await serve(createBytesUnderWay(40 * mega));
  const slow = [await askAndPause(port), await askAndPause(port)];
  expect(slow.map(({ status }) => status)).toEqual(['200', '200']);
  expect((await askAndPause(port)).status).toBe('503');
  expect((await askAndPause(port, '/small')).status).toBe('200');
  slow[0]?.socket.destroy();
  await vi.waitFor(async () => expect((await askAndPause(port)).status).toBe('200'));
});

it('gives up who reads nothing for a while', async () => {
  const port = await serve(createBytesUnderWay(20 * mega, 100));
  expect((await askAndPause(port)).status).toBe('200');
  await vi.waitFor(async () => expect((await askAndPause(port)).status).toBe('200'), { timeout: 5000 });
});

it('what was read has made room', async () => {
  const port = await serve(createBytesUnderWay(20 * mega));
  for (let time = 0; time < 4; time++) {
    const read = await fetch(`http://127.0.0.1:${port}/`);
    expect([read.status, (await read.arrayBuffer()).byteLength]).toEqual([200, answer.length]);
  }
});
