import { createDerived, type DerivedLimits } from '#lib/images/derive.ts';
import type { ImageDoorParts } from './answer-image.ts';
import { createImageEyes } from './image-eyes.ts';
import type { ViewerParts } from './image-viewer.ts';

/** All that images are answered from. One per process. */
export type ImageDoor = ImageDoorParts & { viewers: ViewerParts };

export const createImageDoor = (
  viewers: ViewerParts,
  dataDir: string,
  limits: Partial<DerivedLimits> = {},
): ImageDoor => ({
  baseUrl: viewers.baseUrl,
  derived: createDerived(dataDir, limits),
  eyes: createImageEyes(viewers),
  viewers,
});
