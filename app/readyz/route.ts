import { composition } from '#lib/composition.ts';

export const dynamic = 'force-dynamic';

/** The database answers. */
export async function GET(): Promise<Response> {
  const ready = await composition().store.isReady();
  return new Response(ready ? 'ready\n' : 'the database does not answer\n', {
    status: ready ? 200 : 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}
