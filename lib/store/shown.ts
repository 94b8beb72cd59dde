/**
 * SQL: whether the public is shown that a record exists: `described` and `open` are, `hidden` is not (lib/access decides which it is).
 * Written as in the index `record_children_public`, so that counting siblings reads only the index.
 */
export const shown = (alias: string): string =>
  `${alias}.deleted_at IS NULL AND ${alias}.visibility <> 'hidden' AND NOT ${alias}.internal`;

/**
 * SQL: whether the public is shown an agent. Of a stub nothing is known but who names it: one that only internal units, or internal words of
 * public ones, name is as internal as they are.
 */
export const agentShown = (alias: string): string =>
  `NOT ${alias}.internal AND (NOT ${alias}.stub
     OR EXISTS (SELECT FROM eli4u.record_agent l JOIN eli4u.record r ON r.id = l.record_id WHERE l.agent_id = ${alias}.id AND NOT l.internal AND ${shown('r')})
     OR EXISTS (SELECT FROM eli4u.agent_relation l JOIN eli4u.agent o ON o.id = l.from_id
                 WHERE l.to_id = ${alias}.id AND NOT o.internal AND o.deleted_at IS NULL))`;
