/** Year and number of an address; null for what is none. */
export function readKey({ anno, numero }: { anno: string; numero: string }): { year: number; number: number } | null {
  if (!/^\d{4}$/.test(anno) || !/^\d{1,7}$/.test(numero)) return null;
  return { year: Number(anno), number: Number(numero) };
}
