import { isPublicRole } from '#lib/access/visibility.ts';
import { agentRoles } from '#lib/records/agent.ts';

/**
 * SQL: whether the public is shown that a record exists: `described` and `open` are, `hidden` is not (lib/access decides which it is).
 * Written as in the index `record_children_public`, so that counting siblings reads only the index.
 */
export const shown = (alias: string): string =>
  `${alias}.deleted_at IS NULL AND ${alias}.visibility <> 'hidden' AND NOT ${alias}.internal`;

const publicRoles = agentRoles
  .filter(isPublicRole)
  .map((role) => `'${role}'`)
  .join(', ');

/** SQL: whether the public is shown that an agent has to do with a record. */
export const shownTie = (alias: string): string => `NOT ${alias}.internal AND ${alias}.role IN (${publicRoles})`;

/**
 * SQL: whether the public is shown an agent, deleted or not. A name that only finding aids give is shown where a record that is shown, or an
 * agent with an authority record, has to do with it: what hidden files name stays with them.
 */
export const shownAgent = (alias: string): string => `NOT ${alias}.internal AND (NOT ${alias}.stub
  OR EXISTS (SELECT FROM (SELECT l.record_id FROM eli4u.record_agent l WHERE l.agent_id = ${alias}.id AND ${shownTie('l')} OFFSET 0) l
    CROSS JOIN LATERAL (SELECT FROM eli4u.record r WHERE r.id = l.record_id AND ${shown('r')} LIMIT 1) r)
  OR EXISTS (SELECT FROM eli4u.agent_relation x JOIN eli4u.agent o ON o.id = x.from_id
    WHERE x.to_id = ${alias}.id AND NOT o.internal AND NOT o.stub AND o.deleted_at IS NULL))`;

/** SQL: whether the public is shown an institution: one that only a finding aid names is as long as something of it is. */
export const shownInstitution = (alias: string): string => `(NOT ${alias}.stub
  OR EXISTS (SELECT FROM eli4u.record r WHERE r.repository_id = ${alias}.id AND r.parent_id IS NULL AND ${shown('r')}))`;
