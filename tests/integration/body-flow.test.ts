import { createServer, request, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyParts, boundBody } from '#lib/http/body-flow.ts';

const mega = 1024 * 1024;
let server: Server | null = null;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

/** A server that gives bodies as Next does: whatever comes is put into a stream at once. */
async function eager(read: (given: Request) => Promise<string>, flooded: (bytes: number) => void): Promise<string> {
  let came = 0;
  server = createServer((incoming, response) => {
    boundBody(incoming, response);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        incoming.on('data', (part: Buffer) => {
          came += part.length;
          flooded(came);
          controller.enqueue(new Uint8Array(part));
        });
        incoming.on('end', () => controller.close());
        incoming.on('error', (error) => controller.error(error));
      },
    });
    const headers = z.record(z.string(), z.string()).parse(incoming.headers);
    const given = new Request('http://site/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    read(given).then(
      (text) => response.end(text),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${port}`;
}

const post = (address: string, bytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const sending = request(address, { method: 'POST', headers: { 'x-eli4u-body': 'made up' } }, (answer) => {
      let said = '';
      answer.setEncoding('utf8').on('data', (part: string) => (said += part));
      answer.on('end', () => resolve(said));
    });
    sending.once('error', reject);
    const part = Buffer.alloc(mega);
    const more = (left: number): void => {
      if (left === 0) return void sending.end();
      if (sending.write(part)) more(left - 1);
      else sending.once('drain', () => more(left - 1));
    };
    more(bytes / mega);
  });

it('lets no more of a body wait than it says, however slowly it is read, and loses nothing', async () => {
  let [came, taken, most] = [0, 0, 0];
  const address = await eager(
    async (given) => {
      for await (const part of bodyParts(given)) {
        most = Math.max(most, came - taken);
        taken += part.byteLength;
        if (taken % mega < 65_536) await sleep(1);
      }
      return String(taken);
    },
    (bytes) => (came = bytes),
  );
  expect(await post(address, 64 * mega)).toBe(String(64 * mega));
  expect(most).toBeLessThan(8 * mega);
});

it('lets go by what an answer did not wait for', async () => {
  const address = await eager(
    async (given) => {
      for await (const part of bodyParts(given)) return `enough after ${part.byteLength > 0}`;
      return 'nothing came';
    },
    () => undefined,
  );
  expect(await post(address, 32 * mega)).toBe('enough after true');
});

it('holds nothing back from who reads without saying so', async () => {
  const address = await eager(
    async (given) => String((await given.arrayBuffer()).byteLength),
    () => undefined,
  );
  expect(await post(address, 16 * mega)).toBe(String(16 * mega));
});
