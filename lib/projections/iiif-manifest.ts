import { IIIFBuilder } from '@iiif/builder';
import { manifestOf, rangeOf } from '#lib/records/iiif-addresses.ts';
import { iiifRights, type RangeResource } from '#lib/records/iiif-resources.ts';
import { textIn } from '#lib/records/iiif-words.ts';
import type { ImageRange, ImageSet } from '#lib/records/images.ts';
import type { RecordView } from '#lib/records/public-views.ts';
import { toCanvas } from './iiif-manifest/canvas.ts';
import { describe, linksOf } from './iiif-manifest/describe.ts';
import { providerOf } from './iiif-manifest/provider.ts';

export interface ManifestOptions {
  base: string;
  /** Pixels a side that everybody sees, of what may not be read yet; null: everything. */
  reducedTo: number | null;
  /** What leads from the images to who may see more (Authorization Flow 2). */
  authServices?: (imageId: string) => object[];
}

/**
 * A digitised unit as a manifest of IIIF Presentation 3. What is said of the whole goes through the builder; pages are written by themselves,
 * for a builder takes 0.6 ms for each and a register has two thousand.
 */
export function toManifest(view: RecordView, set: ImageSet, options: ManifestOptions): Record<string, unknown> {
  const id = manifestOf(options.base, view.id);
  const builder = new IIIFBuilder();
  const made = builder.createManifest(id, (manifest) => {
    describe(manifest, view, set);
  });
  const whole = builder.toPresentation3({ id: made.id, type: 'Manifest' });
  if (typeof whole !== 'object' || whole === null) throw new Error('the builder gave no manifest');
  const items = set.images.map((image) => toCanvas(view.id, image, options, setRights(view, set)));
  const first = items[0];
  const structures = structuresOf(view.id, set, options.base);
  return {
    ...whole,
    ...linksOf(view, set, options.base),
    provider: [providerOf(view.institution, options.base)],
    ...(first ? { thumbnail: first.thumbnail } : {}),
    items,
    ...(structures.length > 0 ? { structures } : {}),
  };
}

/** The rights of the whole, where IIIF takes them. */
export const setRights = (view: RecordView, set: ImageSet): string | null =>
  iiifRights(set.rightsUri ?? view.rightsUri);

/** Parts of the whole; pages that are not there are left out, and parts without any. */
export function structuresOf(recordId: string, set: ImageSet, base: string): RangeResource[] {
  const pages = new Set(set.images.map(({ id }) => id));
  const canvasBase = `${base}/iiif/presentation/${recordId}/canvas/`;
  const rangeFor = (range: ImageRange): RangeResource[] => {
    const items = [
      ...range.images
        .filter((id) => pages.has(id))
        .map((id) => ({ id: `${canvasBase}${id}`, type: 'Canvas' as const })),
      ...range.ranges.flatMap(rangeFor),
    ];
    return items.length === 0
      ? []
      : [{ id: rangeOf(base, recordId, range.id), type: 'Range', label: textIn(range.label, null), items }];
  };
  return set.structures.flatMap(rangeFor);
}
