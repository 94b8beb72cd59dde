import type { Day } from '#lib/procedures/day.ts';
import { editScalars } from './yaml-edit.ts';

/** The text of a published version as the next one's draft. */
export const draftFrom = (published: string, version: number): string =>
  editScalars(published, [
    { path: ['version'], value: version },
    { path: ['status'], value: 'draft' },
    { path: ['validFrom'], value: null },
    { path: ['validTo'], value: null },
  ]);

/** The text of a draft as the version that holds from a day. */
export const publishedSource = (draft: string, validFrom: Day): string =>
  editScalars(draft, [
    { path: ['status'], value: 'published' },
    { path: ['validFrom'], value: validFrom },
  ]);
