/**
 * How far somebody's sight of procedures goes: the store applies it to every list, count and case. `units` and `types` both hold; null
 * stands for any. A person without any unit or type reaches nothing.
 */
export type Reach =
  { kind: 'all' } | { kind: 'some'; units: readonly string[] | null; types: readonly string[] | null };

/** Whether a case lies within it. */
export function reaches(reach: Reach, at: { unit: string; type: string }): boolean {
  if (reach.kind === 'all') return true;
  return (reach.units?.includes(at.unit) ?? true) && (reach.types?.includes(at.type) ?? true);
}
