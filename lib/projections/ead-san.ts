import { isAggregation } from '#lib/records/san/aggregation.ts';
import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { levelWords } from '#lib/records/level-words.ts';
import { sanDates, sanSystem } from '#lib/records/san/san-dates.ts';
import { findingAidId } from '#lib/records/san/finding-aid-id.ts';
import { leaf, nameToken, says, wrap, wrapped } from '#lib/records/xml-writing.ts';

/** SAN's abstracts are of some 1,500 characters. */
const longestAbstract = 1500;

/**
 * A complesso archivistico in CAT-SAN (2009–12, http://san.mibac.it/ead-san/): fonds down to sottoserie, null for what lies below. What is not
 * known is said to be so, for the format wants dates and extent of all: `non indicata` and the widest span.
 *
 * What the model cannot say in it: the unit above (SAN wants the root alone), reference codes, all of ISAD(G) but identity and abstract, kinds
 * of dates other than the main ones.
 */
export function toEadSan(record: HarvestRecord, site: DisseminatingSite): string | null {
  if (!isAggregation(record.level)) return null;
  const system = sanSystem(site.oaiDomain);
  const { institution } = record;
  const label = says(record.levelLabel) ? record.levelLabel : levelWords[record.level];
  return wrap(
    'ead',
    { xmlns: 'http://san.mibac.it/ead-san/' },
    wrap(
      'archdesc',
      { level: 'otherlevel', otherlevel: label },
      wrap(
        'did',
        {},
        leaf('unitid', nameToken(record.id), { type: system, identifier: `${site.baseUrl}/id/${record.id}` }),
        leaf('unittitle', says(record.title) ? record.title : label, { type: 'principale' }),
        ...record.description.otherTitles.map(({ title }) => leaf('unittitle', title, { type: 'altra denominazione' })),
        unitDate(record),
        wrap('physdesc', {}, leaf('extent', extentOf(record))),
        leaf('abstract', abstractOf(record), { langcode: 'ita' }),
        ...creatorsOf(record).map((id) => leaf('origination', nameToken(id))),
        leaf('repository', says(institution.name) ? institution.name : institution.id, {
          id: nameToken(institution.id),
          label: system,
        }),
      ),
      leaf('processinfo', 'scheda pubblicata'),
      wrap('relatedmaterial', {}, leaf('archref', nameToken(record.rootId))),
      record.ancestors.length === 0 ? wrapped('otherfindaid', {}, leaf('extref', findingAidId(record.id))) : '',
    ),
  );
}

function unitDate({ dates }: HarvestRecord): string {
  const { text, span, known } = sanDates(dates);
  return leaf('unitdate', text, { normal: span, datechar: known ? 'principale' : 'non indicata' });
}

const extentOf = ({ description }: HarvestRecord): string =>
  description.extents.filter(says).join(', ') || 'non indicata';

function abstractOf({ description }: HarvestRecord): string {
  const { abstract, scopeAndContent, archivalHistory } = description.elements;
  const text = (abstract ?? scopeAndContent ?? archivalHistory ?? []).map((note) => note.text).join(' ');
  return text.length <= longestAbstract ? text : `${text.slice(0, longestAbstract - 1).toWellFormed()}…`;
}

function creatorsOf(record: HarvestRecord): string[] {
  const own = record.agents.filter(({ role }) => role === 'creator');
  return [...new Set((own.length > 0 ? own : (record.inherited.creators?.value ?? [])).map(({ id }) => id))];
}
