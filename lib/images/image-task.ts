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
  | { ok: false; fault: ImageFault; reason: string };

/** What is at fault: the file; the place where pyramids are written; or nobody knows. */
export const imageFaults = ['file', 'place', 'unknown'] as const;
export type ImageFault = (typeof imageFaults)[number];
