import type { EdmObject } from './edm-object.ts';
import type { Lift } from './lifts.ts';

/** Europeana's content tier, 0 to 4. */
export type ContentTier = 0 | 1 | 2 | 3 | 4;

export interface WeighedContent {
  /** What the object reaches whatever the size of its images, where nobody knows it. */
  tier: ContentTier;
  /** What it would reach were all images of unknown size large. */
  possible: ContentTier;
  lifts: Lift[];
}

/** Pixels from which an image counts for a tier (Europeana Publishing Framework 2.0, metis-framework ImageClassifier). */
const small = 100_000;
const medium = 420_000;
const large = 950_000;

/** Rights cap the tier: what is restricted reaches 3, what is closed 2 (metis-framework LicenseType). */
export const mostByReuse = { open: 4, restricted: 3, closed: 2 } as const;

/**
 * The content tier of an object as Europeana computes it: the best of its reproductions by kind and size, not above what their rights allow.
 * An object that goes out with no record has tier 0.
 * @param pixels of the reproduction at that address; null where nobody knows
 */
export function weighContent(object: EdmObject, pixels: (address: string) => number | null): WeighedContent {
  if (object.webResources.length === 0) return { tier: 0, possible: 0, lifts: ['address'] };
  if (object.rights === null) return { tier: 0, possible: 0, lifts: ['rights'] };
  const usable = object.webResources.filter(({ rights }) => rights !== null);
  const media = usable.filter(({ kind }) => kind !== null);
  const weighed = media.map(({ about, kind, rights }) => {
    const size = kind === 'image' ? pixels(about) : 0;
    const most = rights === null ? 0 : mostByReuse[rights.reuse];
    const at = (known: number) => least(tierOf(object.type, kind, known), most);
    return { tier: at(size ?? 0), possible: at(size ?? large), unknown: size === null };
  });
  const tier = best(
    weighed.map((one) => one.tier),
    floor(object.type),
  );
  const possible = best(
    weighed.map((one) => one.possible),
    floor(object.type),
  );
  const lifts: Lift[] = [];
  if (media.length === 0) lifts.push('media');
  if (weighed.some(({ unknown }) => unknown) && possible > tier) lifts.push('pixels');
  if (weighed.length > 0 && weighed.every(({ unknown }) => !unknown) && tier < least(4, mostOf(usable)))
    lifts.push('size');
  if (usable.some(({ rights }) => rights?.reuse === 'closed') && possible === 2) lifts.push('closedRights');
  if (usable.some(({ rights }) => rights?.unfit)) lifts.push('unfitRights');
  return { tier, possible, lifts };
}

/** A text has a page that shows it: tier 1 without any media. An image without one is nothing to look at. */
const floor = (type: EdmObject['type']): ContentTier => (type === 'TEXT' ? 1 : 0);

function tierOf(type: EdmObject['type'], kind: EdmObject['webResources'][number]['kind'], pixels: number): ContentTier {
  if (type === 'SOUND') return kind === 'sound' ? 4 : 0;
  if (type === 'VIDEO') return kind === 'video' ? 4 : 0;
  if (type === 'TEXT' && kind === 'pdf') return 4;
  if (kind !== 'image') return floor(type);
  if (pixels >= large) return 4;
  if (pixels >= medium) return 2;
  return pixels >= small ? 1 : floor(type);
}

const least = (tier: ContentTier, most: ContentTier): ContentTier => (tier < most ? tier : most);

const best = (tiers: readonly ContentTier[], none: ContentTier): ContentTier =>
  tiers.reduce((most, tier) => (tier > most ? tier : most), none);

const mostOf = (resources: EdmObject['webResources']): ContentTier =>
  best(
    resources.map(({ rights }) => (rights === null ? 0 : mostByReuse[rights.reuse])),
    0,
  );
