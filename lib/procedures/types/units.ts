import { z } from 'zod';
import { problem, type TypeProblem } from './problem.ts';
import { codeSchema, textSchema } from './text.ts';

/** What nobody has read yet, and why it is blank. */
const unknownSchema = z.strictObject({ unknown: textSchema });

const contactsSchema = z
  .strictObject({
    address: z.string().trim().min(1),
    phone: z.string().trim().min(1),
    email: z.email(),
    pec: z.email(),
    hours: textSchema,
  })
  .partial();

/** An office: what it is called, the one it belongs to (null: none), how it is reached. */
export const unitSchema = z.strictObject({
  ...textSchema.shape,
  parent: z.union([codeSchema, unknownSchema]).nullable(),
  contacts: z.union([contactsSchema, unknownSchema]),
});
export type Unit = z.infer<typeof unitSchema>;

/** The offices that types name by code. */
export const unitsSchema = z.strictObject({ units: z.record(codeSchema, unitSchema) });
export type UnitNames = ReadonlyMap<string, Unit>;

/** The office above, where it is known. */
export const parentOf = ({ parent }: Pick<Unit, 'parent'>): string | null =>
  typeof parent === 'string' ? parent : null;

/** Offices that belong to one that nobody knows, or by whatever way to themselves. */
export function misplacedUnits(raw: unknown): TypeProblem[] {
  const list = unitsSchema.safeParse(raw);
  if (!list.success) return [];
  const { units } = list.data;
  return Object.entries(units).flatMap(([code, unit]) => {
    const parent = parentOf(unit);
    const path = ['units', code, 'parent'];
    if (parent !== null && !(parent in units))
      return [problem('unknownOffice', path, `«${parent}» non è un ufficio`, `"${parent}" is no office`)];
    if (isAboveItself(code, units))
      return [problem('aboveItself', path, 'l’ufficio dipende da sé stesso', 'the office belongs to itself')];
    return [];
  });
}

function isAboveItself(code: string, units: Readonly<Record<string, Unit>>): boolean {
  const passed = new Set<string>();
  for (let unit = units[code]; unit;) {
    const above = parentOf(unit);
    if (above === code) return true;
    if (above === null || passed.has(above)) return false;
    passed.add(above);
    unit = units[above];
  }
  return false;
}
