import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusedRequest } from '#lib/http/method-guard.ts';
import { ownOrigins } from '#lib/http/own-origins.ts';
import { writablePath, writablePaths } from '#lib/http/writable-paths.ts';

const own = ownOrigins('https://archivi.example/', '127.0.0.1', 3000);
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((asked, answer) => {
    if (!refusedRequest(asked, answer, own)) answer.end('done');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

const send = (method: string, path: string, headers: Record<string, string> = {}, chunked = false) =>
  new Promise<{ status: number; allow: string | undefined }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, allow: answer.headers.allow });
    });
    asked.on('error', reject);
    if (chunked) asked.write('x');
    asked.end();
  });
const form = '/api/auth/callback/demo';

describe('what is refused before anybody reads it', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['GET', '/search', {}, 200],
    ['HEAD', '/search', {}, 200],
    ['POST', '/search', {}, 405],
    ['POST', '/', {}, 405],
    ['POST', '/ufficioso', {}, 405],
    ['POST', '/api/authx/', {}, 405],
    ['POST', '/api/auth/../v1/search', {}, 405],
    ['POST', '/api/auth/%2e%2e/v1/search', {}, 405],
    ['POST', '//api/auth/x', {}, 405],
    ['DELETE', form, {}, 405],
    ['TRACE', form, {}, 405],
    ['POST', form, {}, 200],
    ['POST', `${form}?x=1`, {}, 200],
    ['POST', '/ufficio/pratiche/1', {}, 200],
    ['POST', form, { origin: 'https://archivi.example' }, 200],
    ['POST', form, { origin: 'http://localhost:3000' }, 200],
    ['POST', form, { origin: 'http://[::1]:3000' }, 200],
    ['POST', form, { origin: 'http://localhost:3001' }, 403],
    ['POST', form, { origin: 'http://archivi.example' }, 403],
    ['POST', form, { origin: 'https://evil.example', host: 'evil.example' }, 403],
    ['POST', form, { origin: 'null' }, 403],
    ['POST', form, { 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', form, { 'sec-fetch-site': 'same-site' }, 403],
    ['POST', form, { 'sec-fetch-site': 'same-origin' }, 200],
    ['POST', form, { 'content-length': String(64 * 1024 + 1) }, 413],
  ])('%s %s %o: %i', async (method, path, headers, expected) =>
    expect((await send(method, path, headers)).status).toBe(expected),
  );

  it('a body of unknown length', async () => expect((await send('POST', form, {}, true)).status).toBe(411));

  it('and says what is allowed', async () => {
    expect((await send('POST', '/search')).allow).toBe('GET, HEAD, OPTIONS');
    expect((await send('PUT', form)).allow).toBe('GET, HEAD, OPTIONS, POST');
  });
});

it('only the machine’s own names count beside the public address, and none where others reach it', () => {
  expect([...ownOrigins(null, '0.0.0.0', 3000)]).toEqual([]);
  expect([...ownOrigins('http://0.0.0.0:3000', '0.0.0.0', 3000)]).toEqual(['http://0.0.0.0:3000']);
  expect(ownOrigins('http://localhost:80', '::1', 80)).toContain('http://[::1]');
});

it('every path that may be written to is whole, or all below it', () => {
  for (const { path } of writablePaths) {
    expect(writablePath(`${path}x`)).toEqual(path.endsWith('/') ? expect.anything() : null);
    expect(writablePath(`/x${path}`)).toBeNull();
  }
});
