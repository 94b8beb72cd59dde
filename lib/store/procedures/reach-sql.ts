import type { Reach } from '#lib/access/reach.ts';

/** Values bound to a statement while its text is put together. */
export class Bound {
  readonly values: unknown[] = [];

  /** @returns the placeholder, with its type. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** The condition under which a row of `procedure` is within reach. */
export function withinReach(reach: Reach, bound: Bound, alias = 'p'): string {
  if (reach.kind === 'all') return 'true';
  if (reach.kind === 'any') return `(${reach.of.map((part) => withinReach(part, bound, alias)).join(' OR ')})`;
  if (reach.kind === 'own') {
    const { agents, types, cases, notFor } = reach;
    // `coalesce`: who represents nobody in particular is none of theirs.
    const leftOut = notFor?.length
      ? ` AND NOT (o.role = 'representative' AND coalesce(o.acts_for = ANY(${bound.bind(notFor, 'text[]')}), false))`
      : '';
    return [
      `${alias}.id IN (SELECT o.procedure_id FROM eli4u.procedure_party o WHERE o.agent_id = ANY(${bound.bind(agents, 'text[]')})${leftOut})`,
      ...(types ? [`${alias}.type_code = ANY(${bound.bind(types, 'text[]')})`] : []),
      ...(cases ? [`${alias}.id = ANY(${bound.bind(cases, 'text[]')})`] : []),
    ].join(' AND ');
  }
  const conditions: string[] = [];
  if (reach.units) conditions.push(`${alias}.unit = ANY(${bound.bind(reach.units, 'text[]')})`);
  if (reach.types) conditions.push(`${alias}.type_code = ANY(${bound.bind(reach.types, 'text[]')})`);
  return conditions.length > 0 ? conditions.join(' AND ') : 'true';
}
