import { Readable } from 'node:stream';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';
import { archiveEntries } from '#lib/http/fascicolo-archive.ts';
import { handFascicolo } from '#lib/http/hand-fascicolo.ts';
import { zipStream } from '#lib/http/zip-stream.ts';

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The whole fascicolo of a case, with its index, as far as who asks may read it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  if (!session) return missing();
  const { id } = await params;
  const handed = await handFascicolo(id, session, composition());
  if (!handed) return missing();
  const zip = zipStream(archiveEntries(handed), new Date(handed.facts.madeAt));
  return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': contentDisposition('attachment', `fascicolo-${id}.zip`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
