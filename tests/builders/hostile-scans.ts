/** Files that claim what they are not, or grow in whoever reads them; built byte by byte, so that nothing large is ever written. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const pngMark = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG in RGB. @param rows what its rows are packed of @param more chunks before them */
export function png(width: number, height: number, rows: Buffer, ...more: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    pngMark,
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One colour, as rows of a PNG in RGB. */
export function rowsOf(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.set(colour, 1 + x * 3);
  return Buffer.concat(Array.from({ length: height }, () => row));
}

/** The colour profile of a PNG. */
export const profileChunk = (profile: Buffer): Buffer =>
  chunk('iCCP', Buffer.concat([Buffer.from('profile\0\0', 'latin1'), deflateSync(profile)]));

/** A text within a PNG that is so many bytes when it is unpacked. */
export const textBomb = (bytes: number): Buffer =>
  chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes, 0x61))]));

/** An entry of a TIFF directory: one value of four bytes. */
const entry = (tag: number, value: number): Buffer => {
  const written = Buffer.alloc(12);
  written.writeUInt16LE(tag, 0);
  written.writeUInt16LE(4, 2);
  written.writeUInt32LE(1, 4);
  written.writeUInt32LE(value, 8);
  return written;
};

/** A grey TIFF, uncompressed: as many directories as pages, all of the same few bytes. */
export function tiff(width: number, height: number, pages = 1): Buffer {
  const pixels = Buffer.alloc(Math.min(width * height, 64), 0x80);
  const tags = (): [number, number][] => [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, width * height],
  ];
  const start = 8 + pixels.length;
  const size = 2 + tags().length * 12 + 4;
  const directories = Array.from({ length: pages }, (_, at) => {
    const count = Buffer.alloc(2);
    count.writeUInt16LE(tags().length);
    const next = Buffer.alloc(4);
    next.writeUInt32LE(at + 1 < pages ? start + (at + 1) * size : 0);
    return Buffer.concat([count, ...tags().map(([tag, value]) => entry(tag, value)), next]);
  });
  const head = Buffer.alloc(8);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(start, 4);
  return Buffer.concat([head, pixels, ...directories]);
}

/** A JPEG changed to claim another size. */
export function resizedClaim(jpeg: Buffer, width: number, height: number): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  if (at < 0) throw new Error('no baseline JPEG');
  const claimed = Buffer.from(jpeg);
  claimed.writeUInt16BE(height, at + 5);
  claimed.writeUInt16BE(width, at + 7);
  return claimed;
}

/** A PDF of empty pages. @param side points */
export function pdf(pages: number, side = 100, content: Buffer | null = null): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 4} 0 R`).join(' ');
  const stream = content
    ? `3 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream\n${content.toString('latin1')}\nendstream endobj\n`
    : '';
  const leaves = Array.from(
    { length: pages },
    (_, at) =>
      `${at + 4} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${side} ${side}]${content ? '/Contents 3 0 R' : ''}>>endobj\n`,
  ).join('');
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n${stream}${leaves}trailer<</Root 1 0 R>>\n`,
    'latin1',
  );
}

/** A PDF that is whole, with a table of its objects, and has no page. */
export const pagelessPdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n',
  'latin1',
);
