// The small build: the whole one would be 30 kB of each form's script.
import * as z from 'zod/mini';

const prefix = 'eli4u-draft:';

const keptSchema = z.object({
  owner: z.string(),
  /** What the server had when this was typed. */
  base: z.number(),
  /** On its way to the server with its form. */
  sent: z.boolean(),
  entries: z.array(z.tuple([z.string(), z.string()])),
});

/** What was typed into a page and is not on the server yet, kept in this tab until it is. */
export type KeptHere = z.infer<typeof keptSchema>;

/** What this tab keeps under a name; null for nothing, and where the browser keeps nothing. */
export function readKept(name: string): KeptHere | null {
  try {
    const { success, data } = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null'));
    return success ? data : null;
  } catch {
    return null;
  }
}

export function writeKept(name: string, kept: KeptHere | null): void {
  try {
    if (kept) sessionStorage.setItem(prefix + name, JSON.stringify(kept));
    else sessionStorage.removeItem(prefix + name);
  } catch {
    // A browser that keeps nothing: what is typed goes to the server all the same.
  }
}

/** What others have typed in this tab is not for who has signed in now. */
export function forgetOthers(owner: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith(prefix)) continue;
      const name = key.slice(prefix.length);
      if (readKept(name)?.owner !== owner) writeKept(name, null);
    }
  } catch {
    // As above.
  }
}
