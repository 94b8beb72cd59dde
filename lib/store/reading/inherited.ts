import type { Description } from '#lib/records/description.ts';
import type { AgentOfRecord } from './record-parts.ts';
import type { Level } from '#lib/records/level.ts';
import { inheritableElements, type AgentLink, type RecordView } from '#lib/records/public-views.ts';

/** A unit above, with what those below may take from it. */
export interface Bequest {
  id: string;
  title: string;
  level: Level;
  description: Pick<Description, 'elements' | 'languages'>;
}

/** What a unit takes from those above where it says nothing itself (ISAD(G) 2.4: said once, at the highest level it holds for). */
export function inheritedFrom(
  ancestors: readonly Bequest[],
  agents: readonly AgentOfRecord[],
  own: { description: Description; agents: readonly AgentLink[]; isFonds: boolean },
): RecordView['inherited'] {
  const inherited: RecordView['inherited'] = { elements: {}, languages: null, creators: null };
  if (own.isFonds) return inherited;
  const hasCreators = own.agents.some((agent) => agent.role === 'creator');
  for (const ancestor of ancestors.toReversed()) {
    const from = { id: ancestor.id, title: ancestor.title, level: ancestor.level };
    const { elements, languages } = ancestor.description;
    for (const name of inheritableElements) {
      const value = elements[name];
      if (value && !own.description.elements[name]) inherited.elements[name] ??= { from, value };
    }
    if (languages.length > 0 && own.description.languages.length === 0)
      inherited.languages ??= { from, value: languages };
    const creators = agents
      .filter(({ recordId, link }) => recordId === ancestor.id && link.role === 'creator')
      .map(({ link }) => link);
    if (creators.length > 0 && !hasCreators) inherited.creators ??= { from, value: creators };
  }
  return inherited;
}
