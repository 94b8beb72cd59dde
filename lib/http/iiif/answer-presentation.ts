import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { imageAccess } from '#lib/i18n/image-access.ts';
import { authServices } from '#lib/iiif/auth/auth-answers.ts';
import { toCanvas } from '#lib/projections/iiif-manifest/canvas.ts';
import { setRights, structuresOf, toManifest } from '#lib/projections/iiif-manifest.ts';
import { toTextAnnotations } from '#lib/projections/iiif-page-text.ts';
import { manifestOf } from '#lib/records/iiif-addresses.ts';
import { presentationContext, type RangeResource } from '#lib/records/iiif-resources.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { presentationAnswer } from './presentation-answer.ts';
import { findShownUnit, type ShownUnit } from './shown-unit.ts';

const of = (id: string, answer: (unit: ShownUnit, base: string) => Response | Promise<Response>): Promise<Response> =>
  answering(async () => {
    const unit = await findShownUnit(id);
    return unit instanceof Response ? unit : answer(unit, composition().baseUrl);
  });

/** Where images are had, and, of those that not everybody sees whole, how one comes to see more (IIIF Authorization Flow 2). */
const standing = (base: string, reducedTo: number | null) => ({
  base,
  reducedTo,
  ...(reducedTo === null ? {} : { authServices: (imageId: string) => authServices(base, imageId, imageAccess) }),
});

const noSuchPart = (): Response => problem(404, 'The manifest of this unit has no such part.');

/** `/iiif/presentation/{record}/manifest.json` */
export const answerManifest = (request: Request, id: string): Promise<Response> =>
  of(id, ({ view, set, reducedTo, changedAt }, base) =>
    presentationAnswer(request, toManifest(view, set, standing(base, reducedTo)), changedAt),
  );

/** `/iiif/presentation/{record}/canvas/{image}`: a part of the manifest by itself. */
export const answerCanvas = (request: Request, id: string, imageId: string): Promise<Response> =>
  of(id, ({ view, set, reducedTo, changedAt }, base) => {
    const image = set.images.find((one) => one.id === imageId);
    if (!image) return noSuchPart();
    return presentationAnswer(
      request,
      {
        '@context': presentationContext,
        ...toCanvas(id, image, standing(base, reducedTo), setRights(view, set)),
        partOf: [{ id: manifestOf(base, id), type: 'Manifest' }],
      },
      changedAt,
    );
  });

/** `/iiif/presentation/{record}/range/{range}` */
export const answerRange = (request: Request, id: string, rangeId: string): Promise<Response> =>
  of(id, ({ set, changedAt }, base) => {
    const range = rangeNamed(structuresOf(id, set, base), `/range/${rangeId}`);
    if (!range) return noSuchPart();
    return presentationAnswer(
      request,
      { '@context': presentationContext, ...range, partOf: [{ id: manifestOf(base, id), type: 'Manifest' }] },
      changedAt,
    );
  });

function rangeNamed(ranges: readonly RangeResource['items'][number][], ending: string): RangeResource | null {
  for (const range of ranges) {
    if (range.type === 'Canvas') continue;
    const found = range.id.endsWith(ending) ? range : rangeNamed(range.items, ending);
    if (found) return found;
  }
  return null;
}

/** `/iiif/presentation/{record}/text/{image}.json`: what is written on a page, a line an annotation. */
export const answerPageText = (request: Request, id: string, name: string): Promise<Response> =>
  of(id, async ({ set, reducedTo, changedAt }, base) => {
    const imageId = name.replace(/\.json$/, '');
    const image =
      name.endsWith('.json') && reducedTo === null ? set.images.find((one) => one.id === imageId) : undefined;
    const text = image?.hasText ? await findPageText(composition().pool, id, imageId) : null;
    return text ? presentationAnswer(request, toTextAnnotations(id, text, base), changedAt) : noSuchPart();
  });
