import { publicSight } from '#lib/access/images.ts';
import { composition } from '#lib/composition.ts';
import { goneAnswer, unknownAnswer } from '#lib/http/linked-data/absent.ts';
import { problem } from '#lib/http/problem.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { ImageSet } from '#lib/records/images.ts';
import type { RecordView } from '#lib/records/public-views.ts';
import { findRow } from '#lib/store/dissemination/list-rows.ts';
import { findImageSet } from '#lib/store/images/find-image-set.ts';
import { findReservedSide } from '#lib/store/images/reserved-side.ts';
import { findSubUnitRanges } from '#lib/store/images/sub-unit-ranges.ts';

/** A unit with images that everybody sees, as far as they do. */
export interface ShownUnit {
  view: RecordView;
  set: ImageSet;
  /** Pixels a side that everybody sees; null: all of them. */
  reducedTo: number | null;
  /** As harvests are told of it; until they are, as it was written. Null where parts are told by sub-units, which change by themselves. */
  changedAt: string | null;
}

/** How large others give out an image is not ours to say: of what may not be read yet theirs are not named. */
function ownOnly(set: ImageSet): ImageSet {
  const images = set.images.filter(({ place }) => place.kind === 'held');
  return { ...set, images, manifestHref: null };
}

/** The unit with its images; or what is answered where there is nothing to be seen. */
export async function findShownUnit(id: string): Promise<ShownUnit | Response> {
  const { store, pool } = composition();
  if (!isIdentifier(id)) return unknownAnswer();
  // At once, for both take a while; whether it may be seen is asked before anything of it is told.
  const [record, found, row] = await Promise.all([store.findRecord(id), findImageSet(pool, id), findRow(pool, id)]);
  if (!record) return unknownAnswer();
  if (record.state === 'gone') return goneAnswer();
  const view = record.value;
  const reservedSide = view.visibility === 'open' ? null : await findReservedSide(pool, id);
  const sight = publicSight({ visibility: view.visibility, internal: false, reservedSide });
  if (sight.kind === 'none') return problem(404, 'This unit is described, but its images may not be seen yet.');
  const set = found && sight.kind === 'reduced' ? ownOnly(found) : found;
  if (!set || set.images.length === 0)
    return problem(404, 'This unit is described, but there are no images of it to be seen.');
  const reducedTo = sight.kind === 'reduced' ? sight.side : null;
  if (set.structures.length === 0 && view.childCount > 0 && reducedTo === null) {
    const structures = await findSubUnitRanges(pool, id);
    if (structures.length > 0) return { view, set: { ...set, structures }, reducedTo, changedAt: null };
  }
  return {
    view,
    set,
    reducedTo,
    changedAt: row ? new Date(row.stamp * 1000).toISOString() : view.changedAt,
  };
}
