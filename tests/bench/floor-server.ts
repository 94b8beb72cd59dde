/** What uploads and downloads cannot be faster than: a bare server that writes and hashes what comes, and streams files one after the other. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';

const [folder = '', ...files] = process.argv.slice(2);

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const place = path.join(folder, randomUUID());
  const file = await open(place, 'wx');
  const hash = createHash('sha256');
  for await (const part of request as AsyncIterable<Buffer>) {
    hash.update(part);
    await file.write(part);
  }
  await file.close();
  await rm(place);
  response.end(hash.digest('hex'));
}

async function give(many: number, response: ServerResponse): Promise<void> {
  for (const file of files.slice(0, many))
    for await (const part of createReadStream(file) as AsyncIterable<Buffer>)
      if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
  response.end();
}

const server = createServer((request, response) => {
  const work = request.method === 'POST' ? take(request, response) : give(Number(request.url?.slice(1)), response);
  work.catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
