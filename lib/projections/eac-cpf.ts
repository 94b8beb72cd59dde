import type { AgentDescription } from '#lib/records/agent.ts';
import { authorityDates } from '#lib/records/authority-dates.ts';
import type { Note } from '#lib/records/description.ts';
import type { DisseminatingSite, HarvestAgent } from '#lib/records/harvest-views.ts';
import { paragraphsOf } from '#lib/records/note-paragraphs.ts';
import type { AgentRelationLine } from '#lib/records/public-views.ts';
import { leaf, says, wrap, wrapped } from '#lib/records/xml-writing.ts';
import { eacSources } from '#lib/records/eac-sources.ts';

/**
 * An agent in EAC-CPF 2010 as Archives Portal Europe's profile takes it (apeEAC-CPF.xsd; valid also by the standard's own schema). Null for an
 * agent of unknown kind. The profile wants a code of the agency, an ISIL: a site is no institution and has none, so it is `OAI-` and the
 * beginning of its domain; and dates of existence: where nobody says any, they are told to be unknown.
 *
 * What the model cannot say in it: mark-up within paragraphs; parts of names; labels of structure, context and history; the language of a
 * paragraph; roles of places beyond their words.
 */
export function toEacCpf(agent: HarvestAgent, site: DisseminatingSite): string | null {
  if (agent.kind === 'unknown') return null;
  return wrap(
    'eac-cpf',
    { xmlns: 'urn:isbn:1-931666-33-4', 'xmlns:xlink': 'http://www.w3.org/1999/xlink' },
    control(agent, site),
    wrap('cpfDescription', {}, identity(agent), description(agent), relations(agent, site)),
  );
}

function control(agent: HarvestAgent, site: DisseminatingSite): string {
  return wrap(
    'control',
    {},
    leaf('recordId', agent.id),
    ...agent.identifiers.map((id) => leaf('otherRecordId', id)),
    leaf('maintenanceStatus', 'derived'),
    wrap('maintenanceAgency', {}, leaf('agencyCode', agencyCode(site.oaiDomain)), leaf('agencyName', site.name)),
    wrap(
      'languageDeclaration',
      {},
      leaf('language', 'italiano', { languageCode: 'ita' }),
      leaf('script', 'latino', { scriptCode: 'Latn' }),
    ),
    wrap(
      'maintenanceHistory',
      {},
      wrap(
        'maintenanceEvent',
        {},
        leaf('eventType', 'derived'),
        leaf('eventDateTime', agent.changedAt.slice(0, 10), { standardDateTime: agent.changedAt.slice(0, 10) }),
        leaf('agentType', 'machine'),
        leaf('agent', site.name),
      ),
    ),
    sources(agent.description),
  );
}

const agencyCode = (domain: string): string => `OAI-${domain.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 11) || 'x'}`;

const link = (address: string | null | undefined) => ({
  'xlink:type': says(address) ? 'simple' : null,
  'xlink:href': address,
});

function sources(description: AgentDescription): string {
  return wrapped(
    'sources',
    {},
    ...eacSources(description).map(({ label, address }) =>
      wrapped('source', link(address), leaf('sourceEntry', label)),
    ),
  );
}

function identity(agent: HarvestAgent): string {
  const others = agent.description.otherNames.filter(({ name }) => says(name));
  return wrap(
    'identity',
    {},
    leaf('entityType', agent.kind),
    wrap('nameEntry', { localType: 'authorized' }, leaf('part', says(agent.name) ? agent.name : agent.id)),
    ...others.map(({ name, dates }) =>
      wrap('nameEntry', { localType: 'alternative' }, leaf('part', name), wrapped('useDates', {}, leaf('date', dates))),
    ),
  );
}

function description({ description: of, dates }: HarvestAgent): string {
  const lines = (group: string, name: string, texts: readonly string[]) =>
    wrapped(group, {}, ...texts.map((text) => wrapped(name, {}, leaf('term', text))));
  const terms = (group: string, name: string, notes: readonly Note[], localType: string | null = null) =>
    wrapped(group, { localType }, ...notes.map((note) => term(name, note, localType)));
  const prose = (name: string, notes: readonly Note[]) =>
    notes.map((note) => wrapped(name, {}, paragraphs(note))).join('');
  return wrap(
    'description',
    {},
    wrap('existDates', {}, authorityDates(dates) || wrap('date', { localType: 'unknown' })),
    wrapped('places', {}, ...of.places.map(place)),
    terms('localDescriptions', 'localDescription', of.notes, 'note'),
    lines('legalStatuses', 'legalStatus', of.legalStatus),
    terms('functions', 'function', of.functions),
    languages(of.languages),
    lines('occupations', 'occupation', of.occupations),
    terms('mandates', 'mandate', of.mandates),
    prose('structureOrGenealogy', of.structure),
    prose('generalContext', of.generalContext),
    prose('biogHist', of.history),
  );
}

/** With their script, which the standard wants: nearly always Latin. */
const languages = (codes: readonly string[]): string =>
  wrapped(
    'languagesUsed',
    {},
    ...codes
      .filter((code) => /^[a-z]{3}$/.test(code))
      .map((code) =>
        wrap(
          'languageUsed',
          {},
          wrap('language', { languageCode: code }),
          wrap('script', { scriptCode: scripts[code] ?? 'Latn' }),
        ),
      ),
  );

const scripts: Readonly<Record<string, string>> = {
  gre: 'Grek',
  grc: 'Grek',
  heb: 'Hebr',
  yid: 'Hebr',
  ara: 'Arab',
  rus: 'Cyrl',
  srp: 'Cyrl',
  chu: 'Cyrl',
  arm: 'Armn',
};

function term(name: string, note: Note, localType: string | null): string {
  if (!says(note.text)) return '';
  if (!says(note.label)) return wrap(name, { localType }, leaf('term', note.text));
  return wrap(name, { localType }, leaf('term', note.label), wrap('descriptiveNote', {}, paragraphs(note)));
}

const paragraphs = (note: Note): string =>
  paragraphsOf(note)
    .map((text) => leaf('p', text))
    .join('');

const place = ({ label, role, dates }: AgentDescription['places'][number]): string =>
  says(label) ? wrap('place', {}, leaf('placeRole', role), leaf('placeEntry', label), leaf('date', dates)) : '';

function relations(agent: HarvestAgent, site: DisseminatingSite): string {
  return wrapped(
    'relations',
    {},
    ...agent.relations.map((line) =>
      wrap(
        'cpfRelation',
        { cpfRelationType: relationType(line), ...link(`${site.baseUrl}/id/${line.id}`) },
        leaf('relationEntry', line.name),
        leaf('date', line.dates),
        wrapped('descriptiveNote', {}, leaf('p', line.note)),
      ),
    ),
    ...agent.created.map(({ id, title }) =>
      wrap(
        'resourceRelation',
        { resourceRelationType: 'creatorOf', ...link(`${site.baseUrl}/id/${id}`) },
        leaf('relationEntry', title),
      ),
    ),
  );
}

/** The standard's own words for which side is which, told from this side. */
function relationType({ kind, label, direction }: AgentRelationLine): string {
  const isAbove = /^(sovraordinato|predecessore)$/.test(label ?? '');
  const isBelow = /^(subordinato|successore)$/.test(label ?? '');
  if (!isAbove && !isBelow) return kind;
  const first = isAbove === (direction === 'to');
  if (kind === 'hierarchical') return first ? 'hierarchical-parent' : 'hierarchical-child';
  return kind === 'temporal' ? (first ? 'temporal-earlier' : 'temporal-later') : kind;
}
