import type { AgentKind, AgentRole } from '#lib/records/agent.ts';
import type { AgentOfRecord } from '#lib/store/reading/record-parts.ts';
import { shownTie } from '#lib/store/shown.ts';

/** A tie as `agentLinks` gives it: a list, for its names would be most of it. */
export type LinkJson = [
  id: string,
  name: string,
  kind: AgentKind,
  role: AgentRole,
  label: string | null,
  dates: string | null,
];

/** SQL: the agents of a record that the public is shown, in their order, as JSON; null of none. In the question that reads the record, not one of its own. */
export const agentLinks = (record: string, which = 'true'): string =>
  `(SELECT jsonb_agg(jsonb_build_array(a.id, a.authorised_name, a.kind, ra.role, ra.label, ra.date_display) ORDER BY ra.ordinal)
      FROM eli4u.record_agent ra JOIN eli4u.agent a ON a.id = ra.agent_id AND a.deleted_at IS NULL AND NOT a.internal
     WHERE ra.record_id = ${record}.id AND ${which} AND ${shownTie('ra')})`;

export const linksOf = (recordId: string, links: readonly LinkJson[] | null): AgentOfRecord[] =>
  (links ?? []).map(([id, name, kind, role, label, dates]) => ({
    recordId,
    link: { id, name, kind, role, label, dates },
  }));
