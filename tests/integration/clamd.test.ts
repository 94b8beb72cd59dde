import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClamd } from '#lib/antivirus/clamd.ts';
import { clamdNote, eicar, hasClamd, signature, startClamd, type Clamd } from '#tests/setup/clamd.ts';

const megabyte = 1024 * 1024;

async function* parts(...texts: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function* zeros(bytes: number, told: { parts: number }): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < bytes; sent += megabyte) {
    told.parts++;
    yield Buffer.alloc(megabyte);
  }
}

describe.skipIf(!hasClamd())(`a real clamd${clamdNote}`, () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd(megabyte);
  });
  afterAll(() => clamd.end());

  const places = () => {
    const [host = '', port] = clamd.tcp.split(':');
    return [{ path: clamd.socket }, { host, port: Number(port) }];
  };

  it('finds what its signatures name, and nothing where there is nothing, over a socket and over TCP', async () => {
    for (const place of places()) {
      const scanner = createClamd(place);
      const engine = await scanner.engine();
      expect(engine).toMatch(/^ClamAV \d/);
      expect(await scanner.scan(() => parts('%PDF-1.7 ', 'nothing in it'))).toEqual({ kind: 'clean', engine });
      expect(await scanner.scan(() => parts('before ', eicar.slice(0, 20), eicar.slice(20)))).toEqual({
        kind: 'infected',
        signature,
        engine,
      });
    }
  });

  it('looks into a message with an attachment', async () => {
    const attached = Buffer.from(eicar).toString('base64');
    const mail = `From: a@example.it\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nciao\r\n--b\r\nContent-Type: application/octet-stream; name=x.bin\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=x.bin\r\n\r\n${attached}\r\n--b--\r\n`;
    expect((await createClamd({ path: clamd.socket }).scan(() => parts(mail))).kind).toBe('infected');
  });

  it('what is longer than it takes is not checked, and the rest of it is not even read', async () => {
    for (const place of [...places(), ...places(), ...places()]) {
      const told = { parts: 0 };
      expect(await createClamd(place).scan(() => zeros(200 * megabyte, told))).toMatchObject({
        kind: 'notChecked',
        reason: 'StreamMaxLength',
      });
      expect(told.parts).toBeLessThan(60);
    }
  });

  it('bytes that cannot be read are no fault of the scanner', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('some');
      throw new Error('the disk is gone');
    }
    await expect(createClamd({ path: clamd.socket }).scan(() => broken())).rejects.toThrow('the disk is gone');
  });

  it('many at once each have their own answer', async () => {
    const scanner = createClamd({ path: clamd.socket });
    const found = await Promise.all(
      Array.from({ length: 12 }, (_, i) => scanner.scan(() => parts(i % 3 === 0 ? eicar : `text ${i}`))),
    );
    expect(found.map(({ kind }) => kind === 'infected')).toEqual(found.map((_, i) => i % 3 === 0));
  });
});

describe('a scanner that is away', () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));

  it('nobody listens, or who listens says nothing, hangs up, or talks of something else', async () => {
    expect((await createClamd({ path: path.join(os.tmpdir(), 'eli4u-no-clamd') }).scan(() => parts('x'))).kind).toBe(
      'away',
    );
    for (const answer of [null, '', 'HTTP/1.1 400 Bad Request\0', 'UNKNOWN COMMAND\0']) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        if (answer === '') socket.end();
        else if (answer !== null) socket.end(answer);
      });
      servers.push(server);
      const port = await new Promise<number>((done) =>
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          done(address && typeof address === 'object' ? address.port : 0);
        }),
      );
      const scanned = await createClamd({ host: '127.0.0.1', port }, 300).scan(() => parts('x'));
      expect(scanned).toMatchObject({ kind: 'away' });
    }
  });
});
