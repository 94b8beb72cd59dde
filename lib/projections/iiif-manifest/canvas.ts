import { canvasOf, imageServiceOf, imageWithin, pageTextOf, wholeImageOf } from '#lib/records/iiif-addresses.ts';
import { iiifRights, type CanvasResource, type ImageResource } from '#lib/records/iiif-resources.ts';
import { iiifWords, textIn } from '#lib/records/iiif-words.ts';
import type { PageImage } from '#lib/records/images.ts';

export interface CanvasOptions {
  base: string;
  reducedTo: number | null;
  authServices?: (imageId: string) => object[];
}

/** Pixels a side of what lists of pages show; where less is shown, that. */
const thumbnailSide = 200;

/** A page: its image painted on a canvas of its size, small for lists, and where there is text, where that is. */
export function toCanvas(
  recordId: string,
  image: PageImage,
  options: CanvasOptions,
  rightsOfSet: string | null,
): CanvasResource {
  const { base } = options;
  const id = canvasOf(base, recordId, image.id);
  const rights = iiifRights(image.rightsUri);
  return {
    id,
    type: 'Canvas',
    label: textIn(image.label ?? String(image.page), null),
    height: image.height,
    width: image.width,
    ...(rights !== null && rights !== rightsOfSet ? { rights } : {}),
    thumbnail: [thumbnailOf(image, options)],
    items: [
      {
        id: `${id}/page`,
        type: 'AnnotationPage',
        items: [
          { id: `${id}/image`, type: 'Annotation', motivation: 'painting', body: bodyOf(image, options), target: id },
        ],
      },
    ],
    // What is written on a page that may not be read yet is not told of.
    ...(image.hasText && options.reducedTo === null
      ? {
          annotations: [
            { id: pageTextOf(base, recordId, image.id), type: 'AnnotationPage', label: iiifWords.pageText },
          ],
        }
      : {}),
  };
}

function bodyOf(image: PageImage, { base, reducedTo, authServices }: CanvasOptions): ImageResource {
  const { place, width, height } = image;
  if (place.kind === 'file')
    return {
      id: place.href,
      type: 'Image',
      ...(image.mediaType === null ? {} : { format: image.mediaType }),
      width,
      height,
    };
  if (place.kind === 'service') {
    const file = { type: 'Image' as const, format: 'image/jpeg', width, height };
    return place.type === 'ImageService2'
      ? { id: `${place.id}/full/full/0/default.jpg`, ...file, service: [serviceOf2(place.id, place.profile)] }
      : { id: `${place.id}/full/max/0/default.jpg`, ...file, service: [serviceOf3(place.id, place.profile)] };
  }
  const scale = reducedTo === null ? 1 : Math.min(1, reducedTo / Math.max(width, height));
  return {
    id: wholeImageOf(base, image.id),
    type: 'Image',
    format: 'image/jpeg',
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    service: [serviceOf3(imageServiceOf(base, image.id), 'level2'), ...(authServices?.(image.id) ?? [])],
  };
}

const serviceOf3 = (id: string, profile: string | null) => ({
  id,
  type: 'ImageService3' as const,
  profile: profile ?? 'level0',
});

const serviceOf2 = (id: string, profile: string | null) => ({
  '@id': id,
  '@type': 'ImageService2' as const,
  profile: profile ?? 'http://iiif.io/api/image/2/level0.json',
});

function thumbnailOf(image: PageImage, options: CanvasOptions): ImageResource {
  const { place } = image;
  if (place.kind === 'file') return bodyOf(image, options);
  const side = Math.min(thumbnailSide, options.reducedTo ?? thumbnailSide);
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  return {
    id:
      place.kind === 'held'
        ? imageWithin(options.base, image.id, side)
        : `${place.id}/full/!${side},${side}/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    width: Math.max(1, Math.round(image.width * scale)),
    height: Math.max(1, Math.round(image.height * scale)),
    service:
      place.kind === 'held'
        ? [serviceOf3(imageServiceOf(options.base, image.id), 'level2')]
        : [place.type === 'ImageService2' ? serviceOf2(place.id, place.profile) : serviceOf3(place.id, place.profile)],
  };
}
