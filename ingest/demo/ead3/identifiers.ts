import type { Fonds, Unit } from '#ingest/demo/model.ts';

/** Levels that hold others: complessi archivistici. */
export const COMPLEX = new Set(['fonds', 'subfonds', 'series', 'subseries']);

/** What the parts of a description need to know of the whole. */
export interface Context {
  fonds: Fonds;
  ids: ReadonlyMap<Unit, string>;
  places: ReadonlyMap<Unit, number>;
}

/** Identifier of a fonds as other fonds and agents cite it. */
export function fondsId(number: number): string {
  return `DEMO-CA-${String(number * 10_000).padStart(6, '0')}`;
}

/** Identifiers and places among siblings, numbered through the tree. */
export function identify(fonds: Fonds): Context {
  const ids = new Map<Unit, string>([[fonds, fondsId(fonds.number)]]);
  const places = new Map<Unit, number>([[fonds, 1]]);
  let next = fonds.number * 10_000;
  const visit = (parent: Unit): void => {
    parent.children.forEach((child, index) => {
      next += 1;
      const kind = COMPLEX.has(child.level) ? 'CA' : child.level === 'file' ? 'UA' : 'UD';
      ids.set(child, `DEMO-${kind}-${String(next).padStart(6, '0')}`);
      places.set(child, index + 1);
      visit(child);
    });
  };
  visit(fonds);
  return { fonds, ids, places };
}
