import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Processor } from 'iiif-processor';
import sharp from 'sharp';

/** An image service of another institution, of one image, on a site of its own. */
export interface ImagesElsewhere {
  /** The id of the image at that service. */
  service: string;
  width: number;
  height: number;
  /** Paths that were asked for. */
  asked: string[];
  end(): Promise<void>;
}

export async function imagesElsewhere(): Promise<ImagesElsewhere> {
  const [width, height] = [1600, 1200];
  const image = await sharp({ create: { width, height, channels: 3, background: '#b8c4a0' } })
    .composite([
      {
        input: Buffer.from(
          '<svg width="900" height="500"><ellipse cx="450" cy="250" rx="440" ry="240" fill="#642"/></svg>',
        ),
      },
    ])
    .png()
    .toBuffer();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = async () => {
      const processor = new Processor(
        `http://${request.headers.host}${request.url}`,
        () => Promise.resolve(Readable.from([image])),
        { dimensionFunction: () => Promise.resolve([{ width, height }]) },
      );
      const result = await processor.execute();
      if (result.type !== 'content') return response.writeHead(404).end();
      return response
        .writeHead(200, { 'content-type': result.contentType, 'access-control-allow-origin': '*' })
        .end(result.body);
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    service: `http://127.0.0.1:${port}/iiif/3/leaf`,
    width,
    height,
    asked,
    end: () => new Promise((ended) => server.close(() => ended())),
  };
}
