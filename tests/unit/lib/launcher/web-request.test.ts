import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { letGo } from '#lib/http/let-go.ts';
import { partsOf } from '#lib/http/procedures/receive-upload.ts';
import { webRequest } from '#lib/launcher/web-request.ts';

const mega = 1024 * 1024;
let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

async function serve(read: (given: Request, incoming: IncomingMessage) => Promise<string>): Promise<string> {
  server = createServer((incoming, response) => {
    read(webRequest(incoming, new URL('http://site/')), incoming)
      .then((text) => response.end(text))
      .catch(() => response.destroy())
      .finally(() => letGo(incoming));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${port}`;
}

/** Sends so many bytes, as fast as they are taken. @returns what was answered, and the bytes that had left by then */
const post = (address: string, bytes: number): Promise<{ said: string; sent: number }> =>
  new Promise((resolve, reject) => {
    let sent = 0;
    const sending = request(address, { method: 'POST' }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part: string) => (said += part));
      answer.on('end', () => resolve({ said, sent }));
    });
    sending.once('error', reject);
    const part = Buffer.alloc(mega);
    const more = (): void => {
      if (sent >= bytes) return void sending.end();
      sent += mega;
      if (sending.write(part)) more();
      else sending.once('drain', more);
    };
    more();
  });

it('asks for no more of a body than is read, and loses nothing', async () => {
  let taken = 0;
  let most = 0;
  const address = await serve(async (given, incoming) => {
    for await (const part of partsOf(given)) {
      most = Math.max(most, incoming.readableLength);
      taken += part.byteLength;
      if (taken % (4 * mega) < 65_536) await sleep(2);
    }
    return String(taken);
  });
  expect((await post(address, 64 * mega)).said).toBe(String(64 * mega));
  expect(most).toBeLessThan(mega);
});

it.each([
  ['after the first part', true],
  ['without a look at it', false],
])('answers before the end of a body, %s', async (_, looks) => {
  const address = await serve(async (given) => {
    if (looks) for await (const part of partsOf(given)) return `enough after ${part.byteLength > 0}`;
    return 'nothing wanted';
  });
  expect((await post(address, 32 * mega)).said).toBe(looks ? 'enough after true' : 'nothing wanted');
});

it('one connection serves several requests, also after one whose body was not wanted', async () => {
  const address = await serve(async (given) => (given.headers.get('x-read') ? given.text() : Promise.resolve('no')));
  for (let round = 0; round < 5; round++) {
    expect(await (await fetch(address, { method: 'POST', body: Buffer.alloc(mega) })).text()).toBe('no');
    expect(await (await fetch(address, { method: 'POST', body: 'yes', headers: { 'x-read': '1' } })).text()).toBe(
      'yes',
    );
  }
});
