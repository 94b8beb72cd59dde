import { manifestOf } from './iiif-addresses.ts';
import type { DigitalObjectView } from './public-views.ts';
import { webAddressOf } from './web-address.ts';

/** What the address of an image that we hold begins with: a path of the site. */
const ownImages = '/iiif/image/';

/** Schemes of what can be a place of a document, or its name; anything without one is a name of a file, as finding aids have. */
const schemes = /^(https?|urn|ark|hdl|doi|info):$/;

/** Whether the address of a digital object may be shown: none that runs something, opens what lies on a disk, or bears who may come in. */
export function mayGoOut(href: string): boolean {
  const stated = URL.parse(href);
  if (stated && !schemes.test(stated.protocol)) return false;
  const url = stated ?? URL.parse(href, 'https://eli4u.invalid');
  return url !== null && url.username === '' && url.password === '';
}

/** Where a digital object is on the web; null for what is none. @param base where the site is, without a slash at its end */
export const objectAddress = (href: string, base: string): string | null =>
  href.startsWith(ownImages) ? `${base}${href}` : webAddressOf(href);

/** The same for outputs that give what the source says, whatever it is. */
export const objectReference = (href: string, base: string): string =>
  href.startsWith(ownImages) ? `${base}${href}` : href;

/** The image service of an image that we hold. */
export const objectService = (href: string, base: string): string | null => {
  const id = /^\/iiif\/image\/([^/]+)\//.exec(href)?.[1];
  return id === undefined ? null : `${base}${ownImages}${id}`;
};

/** How links to manifests are told from other links, where a format has room for it. */
const manifestRole = 'iiif-manifest';

/** Whether an address is that of a manifest of this site: what it leads to are images that we have already. */
export const isOwnManifest = (href: string, base: string): boolean =>
  href.startsWith(`${base}/iiif/presentation/`) && href.endsWith('/manifest.json');

/** What a finding aid links to of a unit: instead of its images, all of them at once. */
export function linkedObjects(
  record: { id: string; digitalObjects: DigitalObjectView[] },
  base: string,
): DigitalObjectView[] {
  const first = record.digitalObjects.find(({ ofImages }) => ofImages === true);
  if (!first) return record.digitalObjects;
  const manifest: DigitalObjectView = {
    id: first.id,
    href: manifestOf(base, record.id),
    label: null,
    role: manifestRole,
    mediaType: 'application/ld+json',
    rightsUri: first.rightsUri,
  };
  return record.digitalObjects.flatMap((object) => (object === first ? [manifest] : object.ofImages ? [] : [object]));
}
