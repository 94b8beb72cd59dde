import type { DisseminatingSite, FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { xmlElement, xmlStart, xmlText } from '#lib/records/xml-element.ts';
import { agencyOf } from './ape-ead/agency.ts';
import { apeDid, apeNotes, oneWord } from './ape-ead/unit.ts';

/**
 * A finding aid as apeEAD 1.5, the subset of EAD 2002 that Archives Portal Europe takes: one document, a piece of text for every step.
 *
 * Not said, for apeEAD has no place for it: the certainty of dates, roles and identifiers of persons and bodies, sources and coordinates of
 * index entries, relations to other descriptions, the language of a statement, quotations, definitions and superscripts as such (their words
 * stay), what kind of container a number is beyond one word, digital objects without an address on the net, the level of a root that is no fonds.
 */
export async function* toApeEad(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: Pick<DisseminatingSite, 'baseUrl' | 'name'>,
): AsyncGenerator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield* apeEadDocument(root, steps, site);
}

/** The same without XML declaration, to stand in an envelope. */
export async function* apeEadDocument(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: Pick<DisseminatingSite, 'baseUrl' | 'name'>,
): AsyncGenerator<string, void, undefined> {
  let depth = 0;
  let inDsc = false;
  yield `${xmlStart('ead', { xmlns: 'urn:isbn:1-931666-22-9', 'xmlns:xlink': 'http://www.w3.org/1999/xlink' })}\n${header(root, site)}`;
  for await (const step of steps) {
    if (step.step === 'close') {
      depth--;
      if (depth > 0) yield '</c>\n';
      continue;
    }
    const { record } = step;
    if (depth > 0 && !inDsc) {
      inDsc = true;
      yield '<dsc type="othertype">\n';
    }
    const start =
      depth === 0
        ? xmlStart('archdesc', { level: 'fonds', type: 'inventory', relatedencoding: 'MARC21' })
        : xmlStart('c', { id: `u-${record.id}`, ...levelOf(record) });
    yield `${start}\n${apeDid(record, site.baseUrl)}\n${apeNotes(record)}\n`;
    depth++;
  }
  yield `${inDsc ? '</dsc>\n' : ''}</archdesc>\n</ead>\n`;
}

function header(root: HarvestRecord, site: Pick<DisseminatingSite, 'baseUrl' | 'name'>): string {
  const day = root.changedAt.slice(0, 10);
  const eadid = { ...agencyOf(root), identifier: root.id, url: `${site.baseUrl}/records/${root.id}` };
  const publisher = xmlText('publisher', root.institution.name) + xmlText('publisher', site.name);
  return `${xmlElement(
    'eadheader',
    {
      langencoding: 'iso639-2b',
      scriptencoding: 'iso15924',
      dateencoding: 'iso8601',
      countryencoding: 'iso3166-1',
      repositoryencoding: 'iso15511',
      relatedencoding: 'MARC21',
    },
    xmlText('eadid', root.id, eadid),
    xmlElement(
      'filedesc',
      {},
      xmlElement('titlestmt', {}, xmlText('titleproper', root.title) || '<titleproper/>'),
      publisher === '' ? '' : xmlElement('publicationstmt', {}, publisher),
    ),
    xmlElement(
      'profiledesc',
      {},
      xmlElement('creation', {}, xmlText('date', day, { calendar: 'gregorian', era: 'ce', normal: day })),
    ),
  )}\n`;
}

/** `otherlevel` is one word. */
function levelOf({ level, levelLabel }: HarvestRecord): { level: string; otherlevel: string | null } {
  return level === 'other'
    ? { level: 'otherlevel', otherlevel: oneWord(levelLabel) ?? 'other' }
    : { level, otherlevel: null };
}
