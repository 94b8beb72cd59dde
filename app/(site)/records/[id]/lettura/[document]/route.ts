import { composition } from '#lib/composition.ts';
import { download } from '#lib/http/download.ts';
import { openPermitted } from '#lib/store/reading-permits/permitted-documents.ts';
import { loadReading } from '../load-reading.ts';

interface Context {
  params: Promise<{ id: string; document: string }>;
}

/** The bytes of a document that somebody reads by a permit: each reading is written down. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, document } = await params;
  const reading = await loadReading(id);
  if (!reading) return download(null, document);
  const { pool, dataDir, now, today } = composition();
  const reader = { by: `citizen:${reading.reader}`, now: now(), today: today() };
  return download(await openPermitted(pool, dataDir, { record: id, document }, reader), document);
}
