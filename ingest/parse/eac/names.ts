import type { AgentDescription } from '#lib/records/agent.ts';
import { agentNameKey } from '#lib/records/agent-name.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import { formOf, headingOf, isPartOfName, qualifierOf, typeOf } from './name-forms.ts';

type OtherName = AgentDescription['otherNames'][number];

export interface AgentNames {
  authorised: string | null;
  others: OtherName[];
}

/** ISAAR(CPF) 5.1.2–5.1.5: the authorised form is the one marked so, else the first; all others stay beside it, each once. */
export function readNames(identity: XmlElement | undefined): AgentNames {
  const entries = (identity ? within(identity, 'nameEntry') : []).filter((entry) => formOf(entry) !== '');
  const best =
    entries.find(isAuthorised) ?? entries.find((entry) => attribute(entry, 'status') !== 'alternative') ?? entries[0];
  if (!best) return { authorised: null, others: [] };
  const authorised = formOf(best);
  const others = [...partsBeside(best), ...entries.filter((entry) => entry !== best).flatMap(alternative)];
  const told = new Set([authorised]);
  return { authorised, others: others.filter(({ name }) => !told.has(name) && told.add(name)) };
}

function isAuthorised(entry: XmlElement): boolean {
  if (attribute(entry, 'preferredForm') === 'true' || attribute(entry, 'status') === 'authorized') return true;
  return elements(entry).some(({ name }) => name === 'preferredForm' || name === 'authorizedForm');
}

function alternative(entry: XmlElement): OtherName[] {
  const label = labelOf(qualifierOf(entry) ?? labelOfLocalType(attribute(entry, 'localType')));
  const useDates = first(entry, 'useDates');
  const dates = useDates && normaliseDates(readDateSet(useDates).statements).dates.display;
  const name = formOf(entry);
  // Forms that were left unfilled hold dots.
  if (/^[.…]+$/.test(name)) return partsBeside(entry);
  return [{ name, ...(label && { label }), ...(dates && { dates }) }, ...partsBeside(entry)];
}

/** That it is another name is said by where it stands. */
function labelOf(label: string | null): string | null {
  return label !== null && /^altr[ao] (denominazione|intestazione|nome)/i.test(label) ? null : label;
}

/** Names within an entry that are names of their own: acronym, pseudonym; not what the form is made of. */
function partsBeside(entry: XmlElement): OtherName[] {
  const heading = headingOf(entry);
  const shown = ` ${agentNameKey(formOf(entry))} `;
  return elements(entry, 'part').flatMap((part): OtherName[] => {
    const name = textOf(part);
    const type = typeOf(part);
    const isForm = heading ? part !== heading && !isPartOfName(type) : /^(altro)?acronimo/i.test(type);
    if (!isForm || /^[.…]*$/.test(name) || shown.includes(` ${agentNameKey(name)} `)) return [];
    const label = labelOf(labelOfLocalType(type));
    return [{ name, ...(label && { label }) }];
  });
}
