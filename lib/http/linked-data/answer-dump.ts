import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { composition } from '#lib/composition.ts';
import { byteRange } from '#lib/http/byte-range.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { dumpPath, readDumpNote } from '#lib/store/dump/dump-file.ts';

/** Seconds after which a first dump may be there. */
const soon = 60;

/** `/data/dump.nq.gz`: the file that the worker last made, or a part of it; its end need not be fetched again after a failure. */
export const answerDump = (request: Request, withBody: boolean): Promise<Response> =>
  answering(async () => {
    const { dataDir } = composition();
    const note = await readDumpNote(dataDir);
    if (note === null)
      return problem(404, 'The first dump has not been made yet: try again in a minute.', [], {
        headers: { 'retry-after': String(soon) },
      });
    const file = dumpPath(dataDir);
    const { size } = await stat(file);
    const etag = `"${note.madeAt}-${size}"`;
    const headers: Record<string, string> = {
      'content-type': 'application/gzip',
      'content-disposition': 'attachment; filename="dump.nq.gz"',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'last-modified': new Date(note.madeAt).toUTCString(),
      'accept-ranges': 'bytes',
      etag,
    };
    if (hasIt(request, etag, note.madeAt)) return new Response(null, { status: 304, headers });
    const asked = byteRange(request.headers.get('range'), request.headers.get('if-range'), etag, size);
    if (asked.kind === 'unsatisfiable')
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
    const { start, end } = asked.kind === 'part' ? asked : { start: 0, end: size - 1 };
    headers['content-length'] = String(end - start + 1);
    if (asked.kind === 'part') headers['content-range'] = `bytes ${start}-${end}/${size}`;
    const body = withBody
      ? (Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream<Uint8Array>)
      : null;
    return new Response(body, { status: asked.kind === 'part' ? 206 : 200, headers });
  });

function hasIt(request: Request, etag: string, madeAt: string): boolean {
  const match = request.headers.get('if-none-match');
  if (match !== null) return match.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(Date.parse(madeAt) / 1000) * 1000 <= since;
}
