import type { AgentDescription } from '#lib/records/agent.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { labelOfLocalType } from '#ingest/parse/xml/local-type.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';

type OtherName = AgentDescription['otherNames'][number];

export interface AgentNames {
  authorised: string | null;
  others: OtherName[];
}

/** ISAAR(CPF) 5.1.2–5.1.5: the authorised form is the one marked so, else the first; all others stay beside it. */
export function readNames(identities: readonly XmlElement[]): AgentNames {
  const entries = identities
    .flatMap((identity) => within(identity, 'nameEntry'))
    .filter((entry) => formOf(entry) !== '');
  const best =
    entries.find(isAuthorised) ?? entries.find((entry) => attribute(entry, 'status') !== 'alternative') ?? entries[0];
  if (!best) return { authorised: null, others: [] };
  const others = [...partsBeside(best), ...entries.filter((entry) => entry !== best).flatMap(alternative)];
  return { authorised: formOf(best), others };
}

function isAuthorised(entry: XmlElement): boolean {
  if (attribute(entry, 'preferredForm') === 'true' || attribute(entry, 'status') === 'authorized') return true;
  return elements(entry).some(({ name }) => name === 'preferredForm' || name === 'authorizedForm');
}

/** ICAR: a heading that is complete in itself, beside the parts it is made of. */
function headingOf(entry: XmlElement): XmlElement | undefined {
  return elements(entry, 'part').find((part) => /^(Altra)?Intestazione/.test(typeOf(part)) && textOf(part) !== '');
}

function formOf(entry: XmlElement): string {
  const heading = headingOf(entry);
  if (heading) return textOf(heading);
  const parts = elements(entry, 'part').filter((part) => !/^(Acronimo|AltroAcronimo|Qualifica)/.test(typeOf(part)));
  return parts
    .map(textOf)
    .filter((text) => text !== '')
    .reduce(
      (name, part) =>
        name === '' ? part : `${name}${/[,;(-]$/.test(name) || part.startsWith('(') ? '' : ','} ${part}`,
      '',
    );
}

function alternative(entry: XmlElement): OtherName[] {
  const form = formOf(entry);
  const label = labelOfLocalType(attribute(entry, 'localType')) ?? wordOf(first(entry, 'alternativeForm'));
  const useDates = first(entry, 'useDates');
  const dates = useDates && normaliseDates(readDateSet(useDates).statements).dates.display;
  return [{ name: form, ...(label && { label }), ...(dates && { dates }) }, ...partsBeside(entry)];
}

function wordOf(element: XmlElement | undefined): string | null {
  const text = textOf(element);
  return text !== '' && text.length < 40 ? text : null;
}

/** ICAR's other parts: name, acronym, pseudonym …, each a form of its own. */
function partsBeside(entry: XmlElement): OtherName[] {
  const heading = headingOf(entry);
  const shown = formOf(entry);
  return elements(entry, 'part').flatMap((part): OtherName[] => {
    const name = textOf(part);
    const type = typeOf(part);
    const isForm = heading ? part !== heading : /^(Acronimo|AltroAcronimo)/.test(type);
    if (!isForm || name === '' || name === '...' || name === shown) return [];
    const label = labelOfLocalType(type);
    return [{ name, ...(label && { label }) }];
  });
}

function typeOf(part: XmlElement): string {
  return attribute(part, 'localType') ?? '';
}
