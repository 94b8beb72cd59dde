import { manifestOf } from './iiif-addresses.ts';
import type { DigitalObjectView } from './public-views.ts';

interface WithObjects {
  id: string;
  digitalObjects: readonly DigitalObjectView[];
}

/** The reproductions of a unit with whole addresses: an image that we hold has only a path. */
export const reproductionsOf = (
  { digitalObjects }: Pick<WithObjects, 'digitalObjects'>,
  base: string,
): DigitalObjectView[] =>
  digitalObjects.map((object) =>
    object.href.startsWith('/iiif/image/') ? { ...object, href: base + object.href } : object,
  );

/** What a finding aid links: objects that it tells of itself, and for all images of a unit their one manifest. */
export function linksOfUnit({ id, digitalObjects }: WithObjects, base: string): DigitalObjectView[] {
  const own = digitalObjects.filter(({ ofImages }) => !ofImages);
  const [first] = digitalObjects.filter(({ ofImages }) => ofImages);
  if (!first) return own;
  const manifest: DigitalObjectView = {
    id: first.id,
    href: manifestOf(base, id),
    label: 'IIIF',
    role: null,
    mediaType: 'application/ld+json',
    rightsUri: first.rightsUri,
  };
  return [...own, manifest];
}
