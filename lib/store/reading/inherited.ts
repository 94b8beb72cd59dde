import type { Description } from '#lib/records/description.ts';
import { readPublicDescription } from './description-edge.ts';
import type { AncestorRow } from './find-record.ts';
import type { AgentOfRecord } from './record-parts.ts';
import { inheritableElements, type AgentLink, type RecordView } from '#lib/records/public-views.ts';

/** What a unit takes from those above where it says nothing itself (ISAD(G) 2.4: said once, at the highest level it holds for). */
export function inheritedFrom(
  ancestors: readonly AncestorRow[],
  agents: readonly AgentOfRecord[],
  own: { description: Description; agents: readonly AgentLink[]; isFonds: boolean },
): RecordView['inherited'] {
  const inherited: RecordView['inherited'] = { elements: {}, languages: null, creators: null };
  if (own.isFonds) return inherited;
  const hasCreators = own.agents.some((agent) => agent.role === 'creator');
  for (const ancestor of ancestors.toReversed()) {
    const from = { id: ancestor.id, title: ancestor.title, level: ancestor.level };
    const { elements, languages } = readPublicDescription(ancestor.inheritable);
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
