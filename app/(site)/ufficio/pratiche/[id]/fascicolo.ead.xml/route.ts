import { Readable } from 'node:stream';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';
import { describedLines, inBytes } from '#lib/http/fascicolo-archive.ts';
import { handFascicolo } from '#lib/http/hand-fascicolo.ts';
import { fascicoloEad3 } from '#lib/projections/fascicolo-ead3.ts';

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The fascicolo of a case and its documents as EAD3, as far as who asks may read it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  if (!session) return missing();
  const { id } = await params;
  const handed = await handFascicolo(id, session, composition());
  if (!handed) return missing();
  const text = Readable.from(inBytes(fascicoloEad3(handed.facts, describedLines(handed))));
  return new Response(Readable.toWeb(text) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': contentDisposition('attachment', `fascicolo-${id}.ead.xml`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
