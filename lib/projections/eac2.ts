import type { AgentDescription } from '#lib/records/agent.ts';
import { authorityDates } from '#lib/records/authority-dates.ts';
import type { Note } from '#lib/records/description.ts';
import type { DisseminatingSite, HarvestAgent } from '#lib/records/harvest-views.ts';
import { paragraphsOf } from '#lib/records/note-paragraphs.ts';
import type { AgentRelationLine } from '#lib/records/public-views.ts';
import { leaf, nameToken, says, wrap, wrapped } from '#lib/records/xml-writing.ts';
import { eacSources } from '#lib/records/eac-sources.ts';

/**
 * An agent in EAC-CPF 2.0 (https://archivists.org/ns/eac/v2), ISAAR(CPF) by its areas; read again by our ingest it gives the same agent. Null for
 * an agent of unknown kind: EAC-CPF wants person, family or corporate body. The identifiers of its source come first, its address here is
 * another identifier, by which others name it.
 *
 * What the model cannot say in it: mark-up within paragraphs; parts of names; which convention and source stands behind which statement;
 * who keeps the record (the site does); the label of a source.
 */
export function toEac2(agent: HarvestAgent, site: DisseminatingSite): string | null {
  if (agent.kind === 'unknown') return null;
  return wrap(
    'eac',
    { xmlns: 'https://archivists.org/ns/eac/v2', audience: 'external' },
    control(agent, site),
    wrap('cpfDescription', {}, identity(agent), description(agent), relations(agent, site)),
  );
}

function control(agent: HarvestAgent, site: DisseminatingSite): string {
  const [recordId = agent.id, ...others] = agent.identifiers.filter(says);
  return wrap(
    'control',
    { maintenanceStatus: 'derived', publicationStatus: 'published' },
    leaf('recordId', recordId),
    wrap('maintenanceAgency', {}, leaf('agencyName', site.name)),
    wrap(
      'maintenanceHistory',
      {},
      wrap(
        'maintenanceEvent',
        { maintenanceEventType: 'derived' },
        leaf('agent', site.name, { agentType: 'machine' }),
        wrap('eventDateTime', { standardDateTime: agent.changedAt }),
      ),
    ),
    sources(agent.description),
    ...others.map((id) => leaf('otherRecordId', id)),
    leaf('otherRecordId', `${site.baseUrl}/id/${agent.id}`, { localType: 'uri' }),
  );
}

function sources(description: AgentDescription): string {
  return wrapped(
    'sources',
    {},
    ...eacSources(description).map(({ label, address }) =>
      wrapped('source', {}, leaf('reference', label, { href: address })),
    ),
  );
}

function identity(agent: HarvestAgent): string {
  const others = agent.description.otherNames.filter(({ name }) => says(name));
  return wrap(
    'identity',
    {},
    wrap('entityType', { value: agent.kind }),
    wrap(
      'nameEntry',
      { preferredForm: 'true', status: 'authorized' },
      leaf('part', says(agent.name) ? agent.name : agent.id),
    ),
    ...others.map(({ name, label, dates }) =>
      wrap(
        'nameEntry',
        { localType: label, status: 'alternative' },
        leaf('part', name),
        wrapped('useDates', {}, leaf('date', dates)),
      ),
    ),
  );
}

function description({ description: of, dates }: HarvestAgent): string {
  return wrapped(
    'description',
    {},
    wrapped('functions', {}, ...of.functions.map((note) => term('function', note))),
    wrapped(
      'languagesUsed',
      {},
      ...of.languages.map((code) => wrap('languageUsed', {}, wrap('language', { languageCode: nameToken(code) }))),
    ),
    wrapped('legalStatuses', {}, ...of.legalStatus.map((text) => wrapped('legalStatus', {}, leaf('term', text)))),
    wrapped('localDescriptions', {}, ...of.notes.map((note) => term('localDescription', note))),
    wrapped('mandates', {}, ...of.mandates.map((note) => term('mandate', note))),
    wrapped('occupations', {}, ...of.occupations.map((text) => wrapped('occupation', {}, leaf('term', text)))),
    wrapped('places', {}, ...of.places.map(place)),
    wrapped('existDates', {}, authorityDates(dates, 'EstremoCronologicoTestuale')),
    ...of.history.map((note) => prose('biogHist', note)),
    ...of.structure.map((note) => prose('structureOrGenealogy', note)),
    ...of.generalContext.map((note) => prose('generalContext', note)),
  );
}

/** The label is the term and the text what is said of it; a text without label is itself the term. */
function term(name: string, note: Note): string {
  if (!says(note.text)) return '';
  if (!says(note.label)) return wrap(name, {}, leaf('term', note.text));
  return wrap(name, {}, leaf('term', note.label), wrap('descriptiveNote', {}, paragraphs(note)));
}

const prose = (name: string, note: Note): string =>
  wrapped(name, { languageOfElement: note.lang && nameToken(note.lang) }, leaf('head', note.label), paragraphs(note));

const paragraphs = (note: Note): string =>
  paragraphsOf(note)
    .map((text) => leaf('p', text))
    .join('');

const place = ({ label, role, dates }: AgentDescription['places'][number]): string =>
  says(label) ? wrap('place', {}, leaf('placeName', label), leaf('placeRole', role), leaf('date', dates)) : '';

function relations(agent: HarvestAgent, site: DisseminatingSite): string {
  return wrapped(
    'relations',
    {},
    ...agent.created.map(({ id, title }) =>
      wrap(
        'relation',
        {},
        wrap(
          'targetEntity',
          { targetType: 'resource', valueURI: `${site.baseUrl}/id/${id}` },
          leaf('part', says(title) ? title : id),
        ),
        leaf('relationType', 'creatorOf'),
      ),
    ),
    ...agent.relations.map((line) => relation(line, site)),
  );
}

/** What the other side is to this one. */
const seenFromHere = new Map([
  ['sovraordinato', 'subordinato'],
  ['subordinato', 'sovraordinato'],
  ['predecessore', 'successore'],
  ['successore', 'predecessore'],
]);

function relation(line: AgentRelationLine, site: DisseminatingSite): string {
  const label = line.label ?? null;
  const role = line.direction === 'to' || label === null ? label : (seenFromHere.get(label) ?? null);
  return wrap(
    'relation',
    {},
    wrap(
      'targetEntity',
      {
        targetType: line.agentKind === 'unknown' ? 'agent' : line.agentKind,
        valueURI: `${site.baseUrl}/id/${line.id}`,
      },
      leaf('part', says(line.name) ? line.name : line.id),
    ),
    leaf('date', line.dates),
    leaf('relationType', line.kind),
    leaf('targetRole', role),
    wrapped('descriptiveNote', {}, leaf('p', line.note)),
  );
}
