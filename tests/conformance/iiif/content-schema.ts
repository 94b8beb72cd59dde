import { z } from 'zod';
import { address, languageMap } from './language-map.ts';

const size = z.int().positive();

const imageService3 = z.strictObject({
  id: address,
  type: z.literal('ImageService3'),
  profile: z.enum(['level0', 'level1', 'level2']),
  width: size.optional(),
  height: size.optional(),
});
/** Named as version 2 does (Presentation 3 §5.1). */
const imageService2 = z.strictObject({
  '@id': address,
  '@type': z.literal('ImageService2'),
  profile: address,
});

const said = { errorHeading: languageMap, errorNote: languageMap };
/** Authorization Flow 2 §4–6. */
const probeService = z.strictObject({
  id: address,
  type: z.literal('AuthProbeService2'),
  ...said,
  service: z
    .array(
      z.strictObject({
        id: address,
        type: z.literal('AuthAccessService2'),
        profile: z.enum(['active', 'kiosk', 'external']),
        label: languageMap,
        heading: languageMap,
        note: languageMap,
        confirmLabel: languageMap,
        service: z.tuple([
          z.strictObject({ id: address, type: z.literal('AuthAccessTokenService2'), ...said }),
          z.strictObject({ id: address, type: z.literal('AuthLogoutService2'), label: languageMap }),
        ]),
      }),
    )
    .min(1),
});

/** An image as it is painted, stands for a whole, or is a mark of somebody. */
export const imageResource = z.strictObject({
  id: address,
  type: z.literal('Image'),
  format: z
    .string()
    .regex(/^image\/[\w.+-]+$/)
    .optional(),
  width: size.optional(),
  height: size.optional(),
  service: z
    .array(z.union([imageService3, imageService2, probeService]))
    .min(1)
    .optional(),
});

const format = z.string().regex(/^[a-z]+\/[\w.+-]+$/);
/** What a list of links holds (§3.3.2): what is shown has a label. */
export const shownLink = z.strictObject({
  id: address,
  type: z.enum(['Text', 'Dataset', 'Image']),
  label: languageMap,
  format: format.optional(),
  language: z.array(z.string().regex(/^[a-z]{2,3}$/)).optional(),
});
export const dataLink = z.strictObject({
  id: address,
  type: z.enum(['Dataset', 'Text']),
  label: languageMap.optional(),
  format,
  profile: z.string().optional(),
});
export const searchService = z.strictObject({ id: address, type: z.literal('SearchService2') });
export const partOf = z.array(z.strictObject({ id: address, type: z.enum(['Collection', 'Manifest']) })).min(1);
