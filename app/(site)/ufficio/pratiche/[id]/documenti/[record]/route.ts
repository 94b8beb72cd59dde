import { Readable } from 'node:stream';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import { currentSession } from '#lib/auth/session.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';
import { composition } from '#lib/composition.ts';

interface Context {
  params: Promise<{ id: string; record: string }>;
}

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The bytes of a document of a fascicolo, to be saved: never shown as a page of ours, whatever they hold. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession();
  if (!session) return missing();
  const { id, record } = await params;
  const { procedures, organisation } = composition();
  const offices = organisation();
  const reach = reachOf(session, offices);
  const view = await procedures.findCase(id, reach);
  const line = view?.documents.find((document) => document.record === record);
  if (!view || !line) return missing();
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  if (!mayReadDocument(session, facts, line, offices).allowed) return missing();
  const opened = await procedures.openDocument(id, record, reach);
  if (!opened) return missing();
  const name = opened.fileName ?? `${record}.${opened.format}`;
  return new Response(Readable.toWeb(Readable.from(opened.stream)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(opened.bytes),
      'content-disposition': contentDisposition('attachment', name),
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
