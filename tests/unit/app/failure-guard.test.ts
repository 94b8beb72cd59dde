import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardFailures } from '#lib/http/failure-guard.ts';

let server: Server | null = null;
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => log.mockClear());
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function answerOf(listener: RequestListener, headers: Record<string, string> = {}): Promise<Response> {
  server = createServer((request, response) => {
    guardFailures(request, response, 'archivio@example.org');
    listener(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/records/x`, { headers: { accept: 'text/html', ...headers } });
}

const failures: [string, RequestListener][] = [
  [
    'streamed in parts',
    (_request, response) => {
      response.statusCode = 500;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-encoding', 'gzip');
      response.flushHeaders();
      response.write('compressed', () => response.end('blank'));
    },
  ],
  [
    'written at once, with its length',
    (_request, response) => {
      response.writeHead(500, { 'content-type': 'text/html', 'content-length': 5, etag: 'x' });
      response.end('blank');
    },
  ],
  [
    'with nothing at all',
    (_request, response) => {
      response.statusCode = 500;
      response.end();
    },
  ],
];

describe('an unexpected error', () => {
  it.each(failures)('%s becomes a page with a number, which the log has too', async (_name, listener) => {
    const answer = await answerOf(listener, { 'accept-language': 'en' });
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Something went wrong');
    expect(page).toContain('mailto:archivio@example.org');
    expect(page).not.toContain('blank');
    const number = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? 'none';
    expect(log.mock.calls.flat().join()).toContain(`error ${number}: GET /records/x`);
  });

  it('is told in the language that the reader chose', async () => {
    const answer = await answerOf(failures[2]?.[1] ?? expect.fail(), {
      cookie: 'a=b; eli4u-lang=it',
      'accept-language': 'en',
    });
    expect(await answer.text()).toContain('Qualcosa non ha funzionato');
  });

  it('of an interface stays what the interface said', async () => {
    const answer = await answerOf((_request, response) => {
      response.writeHead(500, { 'content-type': 'application/problem+json' });
      response.end('{"status":500}');
    });
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ status: 500 });
  });
});

describe('any other answer', () => {
  it.each([200, 404, 410, 503])('with status %i passes as it is', async (status) => {
    const answer = await answerOf((_request, response) => {
      response.writeHead(status, { 'content-type': 'text/html', 'x-of-page': 'yes' });
      response.write('<p>one');
      response.end(' two');
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-of-page')).toBe('yes');
    expect(await answer.text()).toBe('<p>one two');
    expect(log).not.toHaveBeenCalled();
  });
});
