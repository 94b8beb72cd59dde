/**
 * Answers images in a process of its own: `ours` as the site does, `disk` the same without its memory of hot tiles, `floor` a bare server that sends the same 10 kB to whoever asks, `processor` npm's
 * iiif-processor on the same pyramid.
 */
import { createReadStream } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { Processor } from 'iiif-processor';
import { createPool } from '#lib/store/pool.ts';
import { serveImages } from '#tests/setup/image-server.ts';

const [mode = '', appUrl = '', dataDir = '', pyramid = ''] = process.argv.slice(2);

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const constant = Buffer.alloc(10_240, 1);
const floor: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': constant.length });
  response.end(constant);
};

async function drawn(url: string): Promise<Buffer> {
  const processor = new Processor(url, () => Promise.resolve(createReadStream(pyramid)), {
    dimensionFunction: () => Promise.resolve(dimensions),
  });
  const result = await processor.execute();
  if (result.type !== 'content') throw new Error(`iiif-processor answers ${result.type}`);
  return Buffer.from(result.body);
}
let dimensions = [{ width: 0, height: 0 }];

async function processing(): Promise<RequestListener> {
  const { pages = 1 } = await sharp(pyramid).metadata();
  dimensions = await Promise.all(
    Array.from({ length: pages }, async (_, page) => {
      const { width, height } = await sharp(pyramid, { page }).metadata();
      return { width, height };
    }),
  );
  return (request, response) => {
    drawn(`http://localhost${(request.url ?? '').replace('/iiif/image', '/iiif/3')}`)
      .then((body) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body))
      .catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  };
}

const url =
  mode === 'ours' || mode === 'disk'
    ? (
        await serveImages(
          createPool(appUrl, { applicationName: 'bench images', max: 8 }),
          dataDir,
          mode === 'disk' ? { memoryBytes: 0 } : {},
        )
      ).url
    : await listen(mode === 'floor' ? floor : await processing());
process.send?.(url);
process.on('disconnect', () => process.exit(0));
