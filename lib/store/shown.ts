/**
 * SQL: whether the public is shown that a record exists: `described` and `open` are, `hidden` is not (lib/access decides which it is).
 * Written as in the index `record_children_public`, so that counting siblings reads only the index.
 */
export const shown = (alias: string): string =>
  `${alias}.deleted_at IS NULL AND ${alias}.visibility <> 'hidden' AND NOT ${alias}.internal`;
