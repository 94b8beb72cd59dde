import { z } from 'zod';
import type { ViewedPage, ViewedText } from './viewer-model.ts';

const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held') }),
  z.object({
    kind: z.literal('service'),
    id: z.string(),
    type: z.enum(['ImageService2', 'ImageService3']),
    profile: z.string().nullable(),
  }),
  z.object({ kind: z.literal('file'), href: z.string() }),
]);
const pagesSchema = z.array(
  z.object({
    n: z.number(),
    id: z.string(),
    label: z.string().nullable(),
    width: z.number(),
    height: z.number(),
    place: placeSchema,
    hasText: z.boolean(),
    rights: z.object({ uri: z.string(), text: z.string() }).nullable(),
  }),
);
const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const textSchema = z.object({
  lines: z.array(z.object({ text: z.string(), found: z.boolean() })),
  marks: z.array(boxSchema),
  recognised: z.boolean(),
  language: z.string().nullable(),
});

async function ask(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} gave ${response.status}`);
  return response.json();
}

/** Pages of a unit, both ends included. */
export const fetchPages = async (recordId: string, from: number, to: number): Promise<ViewedPage[]> =>
  pagesSchema.parse(await ask(`/records/${recordId}/pagine?da=${from}&a=${to}`));

/** What is written on a page; null: nothing is kept. */
export async function fetchText(recordId: string, imageId: string, words: string | null): Promise<ViewedText | null> {
  const query = words === null ? '' : `?q=${encodeURIComponent(words)}`;
  return textSchema.nullable().parse(await ask(`/records/${recordId}/pagine/${imageId}${query}`));
}
