import type { Translate } from '#lib/i18n/translate.ts';
import type { AgentRelationLine, AgentView } from '#lib/store/reading/reading-store.ts';
import { RelationGraph } from './relation-graph.tsx';

/** Agents drawn around this one at most; the list has them all. */
const mostDrawn = 8;

/** Whom the agent is tied to: a small drawing, and the same as a list. */
export function Relations({ t, agent }: { t: Translate; agent: AgentView }) {
  if (agent.relations.length === 0) return null;
  return (
    <section className="area" aria-labelledby="relations">
      <h2 id="relations">{t('agent.relations')}</h2>
      <p className="list-facts">{t('count.relations', { count: agent.relations.length })}</p>
      {agent.relations.length > 1 ? (
        <RelationGraph centre={agent.name} around={agent.relations.slice(0, mostDrawn).map((one) => one.name)} />
      ) : null}
      <ul className="plain lines">
        {agent.relations.map((one) => (
          <li key={one.kind + one.id}>
            <a className="line-title" href={`/agents/${one.id}`} lang="it">
              {one.name}
            </a>
            <span className="line-facts">{[wordOf(one, t), one.dates].filter(Boolean).join(' · ')}</span>
            {one.note ? (
              <span className="line-note" lang="it">
                {one.note}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The source's word where it is said from here ("successore"); seen from the other side it would say the contrary. */
const wordOf = (one: AgentRelationLine, t: Translate): string =>
  one.label !== null && one.direction === 'to' ? one.label : t(`relation.${one.kind}`);
