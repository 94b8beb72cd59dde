import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';

/** What a relation says beyond its kind, in the words of ICAR's and EAC's closed lists; the other side is meant. */
const beyondKind: [RegExp, string][] = [
  [/^(gerarchicapadre|sovraordinato|hierarchical-parent)$/, 'sovraordinato'],
  [/^(gerarchicafiglio|dipendente|hierarchical-child)$/, 'subordinato'],
  [/^(temporaleprecedente|predecessore|precedente|temporal-earlier)$/, 'predecessore'],
  [/^(temporalesuccessiva|successore|successivo|temporal-later)$/, 'successore'],
];

/** Words that are the kind itself. */
const kinds =
  /^(associativa|associative|collegato|agente collegato|soggetto produttore collegato|gerarchica|hierarchical|temporale|temporal|identità|identity|sameas|famiglia|family|familiare|person|agent)$/;

/** A label for readers: null when the kind of the relation says as much. */
export function relationLabel(type: string | null, role: string | null = null): string | null {
  return word(type) ?? word(role);
}

function word(given: string | null): string | null {
  const folded = given?.toLowerCase() ?? '';
  if (folded === '' || kinds.test(folded)) return null;
  const known = beyondKind.find(([pattern]) => pattern.test(folded));
  if (known) return known[1];
  const linked = /^(.+) collegat[oa]$/.exec(folded);
  return linked?.[1] ?? labelOfLocalType(given);
}
