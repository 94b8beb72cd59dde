import type { Translate } from '#lib/i18n/translate.ts';
import type { AgentLink } from '#lib/store/reading/reading-store.ts';

/** Agents of a record, each with what ties it. */
export function AgentList({ t, agents, showRole }: { t: Translate; agents: readonly AgentLink[]; showRole: boolean }) {
  return (
    <ul className="plain">
      {agents.map((agent) => (
        <li key={agent.id + agent.role}>
          <a href={`/agents/${agent.id}`} lang="it">
            {agent.name}
          </a>
          <span className="aside">
            {[showRole ? (agent.label ?? t(`role.${agent.role}`)) : null, agent.dates]
              .filter(Boolean)
              .map((text) => `, ${text}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
