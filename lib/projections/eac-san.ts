import type { DisseminatingSite, HarvestAgent } from '#lib/records/harvest-views.ts';
import { sanDates, sanSystem } from '#lib/records/san/san-dates.ts';
import { leaf, nameToken, says, wrap, wrapped } from '#lib/records/xml-writing.ts';

const longestAbstract = 1500;

/**
 * A soggetto produttore in CAT-SAN (http://san.mibac.it/eac-san/). Null for an agent that created nothing here: SAN takes creators alone.
 *
 * What the model cannot say in it: kinds of names, languages of names, kinds of dates (all are `date di esistenza`), titles of nobility and
 * kinds of bodies, the nature of relations, sources other than the page of the agent.
 */
export function toEacSan(agent: HarvestAgent, site: DisseminatingSite): string | null {
  if (agent.created.length === 0) return null;
  return wrap(
    'eac-cpf',
    { xmlns: 'http://san.mibac.it/eac-san/', 'xmlns:xlink': 'http://www.w3.org/1999/xlink' },
    wrap(
      'control',
      {},
      leaf('otherRecordId', nameToken(agent.id), { localType: sanSystem(site.oaiDomain) }),
      leaf('maintenanceStatus', 'scheda pubblicata'),
      wrap('sources', {}, wrap('source', { 'xlink:href': `${site.baseUrl}/id/${agent.id}` })),
    ),
    wrap('cpfDescription', {}, identity(agent), description(agent), relations(agent)),
  );
}

function identity({ id, kind, name, description: { otherNames } }: HarvestAgent): string {
  return wrap(
    'identity',
    {},
    kind === 'unknown' ? '' : leaf('entityType', kind),
    wrap('nameEntry', {}, leaf('part', says(name) ? name : id)),
    ...otherNames.map((other) => wrapped('nameEntry', { localType: 'altradenominazione' }, leaf('part', other.name))),
  );
}

function description({ dates, description: of }: HarvestAgent): string {
  const { text, span, known } = sanDates(dates);
  const entries: [string, string][] = [
    ...of.occupations.map((term): [string, string] => [term, 'professione']),
    ...of.legalStatus.map((term): [string, string] => [term, 'natura giuridica']),
  ];
  return wrap(
    'description',
    {},
    wrap(
      'existDates',
      {},
      wrap(
        'dateSet',
        {},
        leaf('date', text, {
          localType: known ? 'date di esistenza' : 'non indicata',
          standardDate: known ? span : null,
        }),
      ),
    ),
    wrapped('placeDates', {}, ...of.places.map(place)),
    wrapped(
      'descriptiveEntries',
      {},
      ...entries.map(([term, note]) =>
        says(term) ? wrap('descriptiveEntry', {}, leaf('term', term), leaf('descriptiveNote', note)) : '',
      ),
    ),
    wrapped('biogHist', {}, leaf('abstract', abstractOf(of.history.map((note) => note.text).join(' ')))),
  );
}

const abstractOf = (text: string): string =>
  text.length <= longestAbstract ? text : `${text.slice(0, longestAbstract - 1).toWellFormed()}…`;

/** SAN's words for what a place is to somebody. */
const placeRoles: readonly [RegExp, string][] = [
  [/nascita|birth/i, 'luogo di nascita'],
  [/morte|death/i, 'luogo di morte'],
  [/sede|seat/i, 'sede'],
  [/residenza|residence/i, 'residenza'],
  [/giurisdizion|jurisdiction/i, 'giurisdizione'],
  [/territor|ambito/i, 'ambito territoriale'],
];

function place({ label, role = '' }: HarvestAgent['description']['places'][number]): string {
  if (!says(label)) return '';
  return wrap(
    'placeDate',
    {},
    leaf('place', label),
    leaf('descriptiveNote', placeRoles.find(([words]) => words.test(role))?.[1]),
  );
}

function relations({ created, relations: others }: HarvestAgent): string {
  return wrap(
    'relations',
    {},
    ...created.map(({ id }) =>
      wrap('resourceRelation', { resourceRelationType: 'creatorOf' }, leaf('relationEntry', nameToken(id))),
    ),
    ...others.map(({ id, dates, label, kind }) =>
      wrap('cpfRelation', { localType: label ?? kind }, leaf('relationEntry', nameToken(id)), leaf('date', dates)),
    ),
  );
}
