/** Addresses of the IIIF interfaces (design §4). `base` has no slash at its end. */

export const imageServiceOf = (base: string, imageId: string): string => `${base}/iiif/image/${imageId}`;

/** The whole image as a file: what is linked where no image service is understood. */
export const wholeImageOf = (base: string, imageId: string): string =>
  `${imageServiceOf(base, imageId)}/full/max/0/default.jpg`;

/** No larger than a box of so many pixels a side, never enlarged. */
export const imageWithin = (base: string, imageId: string, side: number): string =>
  `${imageServiceOf(base, imageId)}/full/!${side},${side}/0/default.jpg`;

const presentationOf = (base: string, recordId: string): string => `${base}/iiif/presentation/${recordId}`;

export const manifestOf = (base: string, recordId: string): string => `${presentationOf(base, recordId)}/manifest.json`;

export const canvasOf = (base: string, recordId: string, imageId: string): string =>
  `${presentationOf(base, recordId)}/canvas/${imageId}`;

export const rangeOf = (base: string, recordId: string, rangeId: string): string =>
  `${presentationOf(base, recordId)}/range/${rangeId}`;

/** The text of a page as annotations. */
export const pageTextOf = (base: string, recordId: string, imageId: string): string =>
  `${presentationOf(base, recordId)}/text/${imageId}.json`;

export const collectionOf = (base: string, recordId: string | null): string =>
  `${base}/iiif/collection/${recordId ?? 'root'}.json`;

export const contentSearchOf = (base: string, recordId: string): string => `${base}/iiif/search/${recordId}`;

export const activityOf = (base: string): string => `${base}/iiif/discovery/activity.json`;
