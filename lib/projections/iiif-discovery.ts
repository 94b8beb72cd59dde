import { activityOf, manifestOf } from '#lib/records/iiif-addresses.ts';

export const discoveryContext = 'http://iiif.io/api/discovery/1/context.json';

/** Activities of a page. */
export const activitiesAtOnce = 1000;

const pageAt = (base: string, page: number) => ({
  id: `${base}/iiif/discovery/page-${page}.json`,
  type: 'OrderedCollectionPage',
});
const lastPage = (total: number): number => Math.max(0, Math.ceil(total / activitiesAtOnce) - 1);

/** Where changes of manifests are told (Change Discovery 1). */
export const toActivityList = (total: number, base: string): object => ({
  '@context': discoveryContext,
  id: activityOf(base),
  type: 'OrderedCollection',
  totalItems: total,
  first: pageAt(base, 0),
  last: pageAt(base, lastPage(total)),
});

/** A page of them. What was withdrawn is deleted to who harvests. */
export const toActivityPage = (
  page: number,
  total: number,
  activities: readonly { recordId: string; kind: 'Create' | 'Update' | 'Delete'; stamp: string }[],
  base: string,
): object => ({
  '@context': discoveryContext,
  ...pageAt(base, page),
  partOf: { id: activityOf(base), type: 'OrderedCollection' },
  startIndex: page * activitiesAtOnce,
  ...(page > 0 ? { prev: pageAt(base, page - 1) } : {}),
  ...(page < lastPage(total) ? { next: pageAt(base, page + 1) } : {}),
  orderedItems: activities.map(({ recordId, kind, stamp }) => ({
    type: kind,
    endTime: stamp,
    object: {
      id: manifestOf(base, recordId),
      type: 'Manifest',
      ...(kind === 'Delete' ? {} : { canonical: manifestOf(base, recordId) }),
    },
  })),
});
