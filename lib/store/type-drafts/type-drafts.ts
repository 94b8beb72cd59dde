import type pg from 'pg';
import { findVersion, listVersions } from './find-versions.ts';
import { publishDraft } from './publish-draft.ts';
import { saveDraft, withdrawDraft } from './save-draft.ts';
import { startDraft } from './start-draft.ts';

export type { TypeVersion, VersionLine } from './find-versions.ts';
export type { DraftResult, OtherEdit } from './draft-result.ts';
export type { PublishRequest } from './publish-draft.ts';

/** Versions of types of procedure as those who write them see them, drafts too. One per process. */
export function createTypeDrafts(pool: pg.Pool) {
  return {
    listVersions: () => listVersions(pool),
    findVersion: (code: string, version: number) => findVersion(pool, code, version),
    startDraft: (code: string, from: number, by: string) => startDraft(pool, code, from, by),
    saveDraft: (request: Parameters<typeof saveDraft>[1]) => saveDraft(pool, request),
    publishDraft: (request: Parameters<typeof publishDraft>[1]) => publishDraft(pool, request),
    withdrawDraft: (request: Parameters<typeof withdrawDraft>[1]) => withdrawDraft(pool, request),
  };
}
export type TypeDrafts = ReturnType<typeof createTypeDrafts>;
