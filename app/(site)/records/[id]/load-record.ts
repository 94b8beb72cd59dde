import { cache } from 'react';
import { composition } from '#lib/composition.ts';
import type { Lookup, RecordView } from '#lib/store/reading/reading-store.ts';

/** The record of this request, read once for page and metadata. */
export const loadRecord = cache((id: string): Promise<Lookup<RecordView>> => composition().store.findRecord(id));
