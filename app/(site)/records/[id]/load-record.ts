import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** The record of this request, read once for page and metadata. A tombstone never gets here: the proxy answers it with its own page. */
export const loadRecord = cache(async (id: string): Promise<RecordView | null> => {
  const found = await composition().store.findRecord(id);
  return found?.state === 'found' ? found.value : null;
});
