import { z } from 'zod';
import type { PageLine } from '#lib/records/page-text.ts';

const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };
const linesSchema: z.ZodType<PageLine[]> = z.array(
  z.object({ ...box, words: z.array(z.object({ ...box, text: z.string() })) }),
);

/** The lines of a page, as they are stored. */
export const readLines = (stored: unknown): PageLine[] => linesSchema.parse(stored);
