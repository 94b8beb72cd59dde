/** ISAD(G) 3.1.1: trimmed, inner white space single; null when nothing is left. */
export function normaliseReferenceCode(code: string | null | undefined): string | null {
  return code?.replace(/[\s\u00a0]+/g, ' ').trim() || null;
}
