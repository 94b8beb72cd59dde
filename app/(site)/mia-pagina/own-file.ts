import { Readable } from 'node:stream';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Reach } from '#lib/access/reach.ts';
import type { CitizenSession } from '#lib/access/session.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { contentDisposition } from '#lib/http/content-disposition.ts';

/** Who takes a file away, and whose it is. */
export interface FileFor {
  session: CitizenSession;
  agent: string;
  name: string;
  reach: Reach;
}

/** For whom a file is asked, as pages know it; null for who is no citizen, and for whom they do not represent. */
export async function fileFor(request: Request): Promise<FileFor | null> {
  const session = await currentSession();
  if (session?.kind !== 'citizen') return null;
  const asked = new URL(request.url).searchParams.get('per') ?? session.agent;
  const principal =
    asked === session.agent
      ? { agent: session.agent, name: session.name }
      : session.represents.find(({ agent }) => agent === asked);
  if (!principal) return null;
  return {
    session,
    agent: principal.agent,
    name: principal.name,
    reach: reachOf(session, composition().organisation()),
  };
}

export const missingFile = (): Response =>
  new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** A file that goes out as it is made, kept by nobody on the way. */
export const sentFile = (body: Readable, type: string, name: string): Response =>
  new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': type,
      'content-disposition': contentDisposition('attachment', name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
