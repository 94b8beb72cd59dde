import { nameElements, pointElements } from '#lib/records/ead-elements.ts';
import type { HarvestRecord, SourceTie } from '#lib/records/harvest-views.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import type { AgentLink } from '#lib/records/public-views.ts';
import { systemCode } from '#lib/records/system-code.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';
import { relationDates } from './dates.ts';

/** ISAD(G) 3.2.1. The identifier is the URI of the agent, which its own record (EAC-CPF) bears as well. */
export function origination(agents: readonly AgentLink[], base: string): string {
  return agents
    .filter(({ role }) => role === 'creator')
    .map((agent) =>
      xmlElement(
        'origination',
        {},
        xmlElement(
          nameElements[agent.kind],
          { identifier: identifierOf(agent, base), relator: agent.label },
          xmlElement('part', {}, toMarkup(agent.name)),
        ),
      ),
    )
    .join('');
}

/** Whom the source named by a code only is still known by it. */
const identifierOf = ({ id, name }: AgentLink, base: string) => (systemCode.test(name) ? name : `${base}/id/${id}`);

/** Agents other than creators, creators with the dates of their part in it, and what the source ties the unit to. */
export function relations(record: HarvestRecord, base: string): string {
  const agents = record.agents.filter(
    ({ role, dates }) => (role !== 'creator' && role !== 'subject') || dates !== null,
  );
  const parts = [...agents, ...unnamedSubjects(record)]
    .map((agent) => agentRelation(agent, base))
    .concat((record.ties ?? []).map(tie));
  return parts.length > 0 ? xmlElement('relations', {}, ...parts) : '';
}

/** `arcrole` and `linkrole` carry our words for the role and for the kind of agent; the label is the source's own. */
function agentRelation(agent: AgentLink, base: string): string {
  const { name, kind, role, label, dates } = agent;
  const marks = { relationtype: 'cpfrelation', arcrole: role, linkrole: kind, href: identifierOf(agent, base) };
  return xmlElement('relation', marks, xmlText('relationentry', name, { localtype: label }), relationDates(dates));
}

function tie({ kind, identifier, note }: SourceTie): string {
  return xmlElement(
    'relation',
    { relationtype: 'resourcerelation' },
    xmlText('relationentry', identifier, { localtype: kind }),
    note ? xmlElement('descriptivenote', {}, xmlText('p', note)) : '',
  );
}

/** Persons, families and bodies among the access points are agents as well: these are those that no access point names. */
function unnamedSubjects({ agents, description }: HarvestRecord): AgentLink[] {
  const subjects = agents.filter(({ role, dates }) => role === 'subject' && dates === null);
  const names = description.accessPoints
    .filter(({ kind }) => kind === 'person' || kind === 'family' || kind === 'corporateBody')
    .map(({ label }) => folded(label));
  const left = subjects.filter(({ name }) => {
    const at = names.indexOf(folded(name));
    if (at >= 0) names.splice(at, 1);
    return at < 0;
  });
  // Those that are known by an identifier bear the name of their own record.
  return left.slice(names.length);
}

const folded = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Index entries, in their order. */
export function accessPoints({ description }: HarvestRecord): string {
  const points = description.accessPoints.map(({ kind, label, identifier, source, role, coordinates }) =>
    xmlElement(
      pointElements[kind],
      { identifier, source, relator: role },
      xmlElement('part', {}, toMarkup(label)),
      coordinates && kind === 'place'
        ? xmlElement(
            'geographiccoordinates',
            { coordinatesystem: 'WGS84' },
            `${coordinates.latitude}, ${coordinates.longitude}`,
          )
        : '',
    ),
  );
  return points.length > 0 ? xmlElement('controlaccess', {}, ...points) : '';
}
