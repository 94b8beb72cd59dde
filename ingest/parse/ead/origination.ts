import { attribute, elements, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { relatorWord } from '#ingest/parse/relator-words.ts';
import { agentElements, identifierOf, nameOf } from './names.ts';
import { readNote } from './notes.ts';
import type { UnitParts } from './unit-parts.ts';

/** ISAD(G) 3.2.1: who made the records. Names outside name elements are agents of unknown kind. */
export function readOrigination(element: XmlElement, parts: UnitParts, internal: boolean): void {
  const names = within(element, ...Object.keys(agentElements));
  for (const name of names.length > 0 ? names : [element]) {
    const text = nameOf(name);
    const identifier = identifierOf(name);
    if (text === '' && identifier === null) continue;
    const label = roleOf(name) ?? roleOf(element);
    parts.agents.push({
      role: 'creator',
      kind: agentElements[name.name] ?? 'unknown',
      name: text || null,
      identifier,
      ...(label && { label }),
      ...((internal || attribute(name, 'audience') === 'internal') && { internal: true }),
    });
  }
  if (names.length === 0) return;
  // "Comune di Prova, già Podesteria": words beside the names are kept as the origination's note.
  const loose = element.content
    .filter((part) => typeof part === 'string')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\p{L}{4}/u.test(loose) && elements(element).length > 0) {
    if (internal) readNote(element, 'note', parts, 'origination', true);
    else parts.description.identifiers.push({ value: textOf(element), label: 'origination' });
  }
}

/** "creatore", "Collector": the source's own word, or what its code stands for. */
function roleOf(element: XmlElement): string | null {
  return relatorWord(attribute(element, 'relator', 'role', 'label', 'localtype'));
}
