import { composition } from '#lib/composition.ts';
import { scannerState } from '#lib/http/scanner-state.ts';

export const dynamic = 'force-dynamic';

/** The database answers; and what the virus scanner says, which makes nobody unready. */
export async function GET(): Promise<Response> {
  const { store, scanner } = composition();
  const [ready, { said }] = await Promise.all([store.isReady(), scannerState(scanner)]);
  return new Response(`${ready ? 'ready' : 'the database does not answer'}\n${said}\n`, {
    status: ready ? 200 : 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}
