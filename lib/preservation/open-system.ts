import type { Config } from '#lib/config.ts';
import { folderSystem } from './folder-system.ts';
import { httpSystem } from './http-system.ts';
import type { PreservationSystem } from './preservation-system.ts';

/** The preservation system that the configuration names; null where it names none, and packages wait. */
export function openPreservation({ preservation }: Pick<Config, 'preservation'>): PreservationSystem | null {
  if (preservation === null) return null;
  return preservation.kind === 'folder' ? folderSystem(preservation.folder) : httpSystem(preservation.url);
}
