/** Pixels: digits and nothing else; more than 12 of them name no pixel of any image. */
export const whole = (text: string): number | null => (/^\d{1,12}$/.test(text) ? Number(text) : null);

/** A number with decimals ("22.5"); no sign, no exponent (Image API 3.0 §4.7 as canonical numbers are written). */
export const decimal = (text: string): number | null =>
  /^(\d{1,12}(\.\d{1,12})?|\.\d{1,12})$/.test(text) ? Number(text) : null;

/** Numbers of a list of so many; null where one is none, or there are more or fewer. */
export function listed(text: string, count: number, read: (part: string) => number | null): number[] | null {
  const parts = text.split(',');
  if (parts.length !== count) return null;
  const numbers = parts.map(read);
  return numbers.every((number) => number !== null) ? numbers : null;
}
