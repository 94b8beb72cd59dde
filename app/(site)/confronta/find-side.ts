import type { PageContext } from '#app/_components/page-context.ts';
import { loadViewer } from '#app/_components/viewer/load-viewer.ts';
import { pageField } from '#app/_components/viewer/viewer-model.ts';
import type { ViewerProps } from '#app/_components/viewer/viewer.tsx';
import { composition } from '#lib/composition.ts';
import { readCompared, type SideName } from '#lib/http/compared-units.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import { findUnits, unitOfCode, type FoundUnit } from './find-units.ts';

/** What stands on a side of a comparison. */
export type SideContent =
  | { kind: 'empty' }
  /** An address of nothing that anybody may look at. */
  | { kind: 'unknown' }
  | { kind: 'shown'; record: RecordView; viewer: ViewerProps }
  | { kind: 'choose'; words: string; units: FoundUnit[]; more: boolean; exact: string | null };

/** What the address puts on a side. @param name the side */
export async function findSide(
  { t, lang, address }: PageContext,
  name: SideName,
  query: Record<string, string | string[] | undefined>,
): Promise<SideContent> {
  const asked = query[name];
  const compared = readCompared(asked);
  if (compared === null) return { kind: asked ? 'unknown' : 'empty' };
  if (compared.kind === 'words') {
    const found = await findUnits(compared.words, lang);
    return { kind: 'choose', words: compared.words, ...found, exact: unitOfCode(compared.words, found.units) };
  }
  const found = await composition().store.findRecord(compared.recordId);
  if (found?.state !== 'found' || found.value.visibility !== 'open') return { kind: 'unknown' };
  const record = found.value;
  const parameter = { name, before: `${record.id}:` };
  const page = query[pageField(parameter)] ?? compared.page;
  const viewer = await loadViewer(
    record,
    { kind: 'whole' },
    { page, query: null, address, parameter, taken: null },
    t,
    lang,
  );
  return viewer ? { kind: 'shown', record, viewer } : { kind: 'unknown' };
}
