import type { MadePyramid } from './make-pyramid.ts';

/** What a process that handles images is asked. */
export type ImageTask =
  | { kind: 'look'; file: string }
  /** `page` from 1. */
  | { kind: 'make'; file: string; page: number; target: string };

export interface LookedAt {
  pages: number;
  mediaType: string;
  /** Pages after those, which are too many. */
  cut: number;
}

export type ImageAnswer =
  | ({ ok: true; kind: 'look' } & LookedAt)
  | ({ ok: true; kind: 'make' } & MadePyramid)
  /** `bad`: the file is at fault, not the machine. */
  | { ok: false; bad: boolean; reason: string };
