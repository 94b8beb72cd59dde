import { Readable } from 'node:stream';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { readDocument } from '#lib/store/documents/read.ts';
import { findReport } from '#lib/store/preservation/list-deliveries.ts';

const missing = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** rapporto di versamento, as it came: to be saved, never shown as a page of ours. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await currentSession();
  const { id } = await params;
  if (!session || !mayKeepArchive(session).allowed || !/^\d{1,18}$/.test(id)) return missing();
  const { pool, dataDir } = composition();
  const report = await findReport(pool, id);
  if (!report) return missing();
  return new Response(Readable.toWeb(readDocument(dataDir, report.storageKey)) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(report.bytes),
      'content-disposition': `attachment; filename="rapporto-${report.packageId}.xml"`,
      'content-security-policy': `default-src 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
