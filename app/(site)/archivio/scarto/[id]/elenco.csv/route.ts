import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { disposalCsv } from '#lib/projections/disposal-csv.ts';
import { mostItems } from '#lib/store/keeping/disposals.ts';
import { listDisposalItems } from '#lib/store/keeping/list-keeping.ts';
import { listId } from '../../../load-archive.ts';

/** The list as it goes to the Soprintendenza. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  const id = listId((await params).id);
  if (!session || !mayKeepArchive(session).allowed || id === null) return new Response(null, { status: 404 });
  const lines = await listDisposalItems(composition().pool, id, '', mostItems);
  if (lines.length === 0) return new Response(null, { status: 404 });
  return new Response(disposalCsv(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="scarto-${id}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
