import type { Sight } from '#app/_components/viewer/viewer-model.ts';
import { publicSight } from '#lib/access/images.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { findReservedSide } from '#lib/store/images/reserved-side.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import { loadReading } from './lettura/load-reading.ts';

/** What of a unit's pages who is here sees: `reserved` where it is more than everybody does; null: nothing. */
export async function sightOf(record: RecordView): Promise<{ sight: Sight; reserved: boolean } | null> {
  if (record.visibility === 'open') return record.digital ? { sight: { kind: 'whole' }, reserved: false } : null;
  const session = await currentSession();
  const isKeeper = session !== null && mayKeepArchive(session).allowed;
  if (isKeeper || (await loadReading(record.id)) !== null) return { sight: { kind: 'whole' }, reserved: true };
  const reservedSide = await findReservedSide(composition().pool, record.id);
  const seen = publicSight({ visibility: record.visibility, internal: false, reservedSide });
  return seen.kind === 'reduced' ? { sight: { kind: 'small', side: seen.side }, reserved: false } : null;
}
