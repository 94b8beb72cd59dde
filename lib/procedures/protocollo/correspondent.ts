import { z } from 'zod';

/** A sender or addressee as it is registered: the name, and the address where it is known. */
export const correspondentSchema = z.object({
  name: z.string().min(1),
  address: z.string().min(1).optional(),
});
export type Correspondent = z.infer<typeof correspondentSchema>;
export const correspondentsSchema = z.array(correspondentSchema);

/** In one line. */
export const correspondentWords = (all: readonly Correspondent[]): string =>
  all.map(({ name, address }) => (address && address !== name ? `${name} <${address}>` : name)).join('; ');
