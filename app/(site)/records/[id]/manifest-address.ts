import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import { manifestOf } from '#lib/records/iiif-addresses.ts';
import { isManifestGiven } from '#lib/store/images/is-manifest-given.ts';

/** Where everybody is given the manifest of a unit, as a path; null: there is none. Asked once for page and metadata. */
export const manifestAddress = cache(async (id: string): Promise<string | null> =>
  (await isManifestGiven(composition().pool, id)) ? manifestOf('', id) : null,
);
