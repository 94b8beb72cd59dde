import type { DisseminatingSite, FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';
import { xmlElement, xmlStart, xmlText } from '#lib/records/xml-element.ts';
import { isComplex, levelOf, type Standing } from './icar-import/level.ts';
import { icarDid } from './icar-import/did.ts';
import { icarNotes } from './icar-import/notes.ts';

/**
 * A complesso archivistico with its components as ICAR-IMPORT 2.0: the envelope with one record, an EAD3 of ICAR's profile, a piece of text
 * for every step. Agents and custodians are records of their own (EAC-CPF 2.0), named here by their id.
 *
 * ICAR keeps words only: emphasis, lists, tables, links and languages of statements lose their mark-up. What has no element of its own
 * (history of the institution, abstract, bibliography, finding aids, citation …) stands under `AltreInfo` with the name of its area. Not said:
 * former dates' certainty, roles of agents that ICAR's lists do not have, sources of index entries, relations to other descriptions but the
 * one above.
 */
export async function* toIcarImport(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: DisseminatingSite,
): AsyncGenerator<string, void, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield* icarImportDocument(root, steps, site);
}

/** The same without XML declaration, to stand in an envelope. */
export async function* icarImportDocument(
  root: HarvestRecord,
  steps: AsyncIterable<FindingAidStep>,
  site: DisseminatingSite,
): AsyncGenerator<string, void, undefined> {
  const open: { standing: Standing; children: number }[] = [];
  let inDsc = false;
  yield before(root, site);
  for await (const step of steps) {
    if (step.step === 'close') {
      open.pop();
      if (open.length > 0) yield '</ead:c>\n';
      continue;
    }
    const { record } = step;
    const above = open.at(-1);
    if (above && !inDsc) {
      inDsc = true;
      yield '<ead:dsc>\n';
    }
    const standing: Standing = {
      complex: !above || isComplex(record),
      above: above?.standing.id ?? null,
      place: above ? ++above.children : 1,
      id: record.id,
    };
    const start = xmlStart(above ? 'ead:c' : 'ead:archdesc', levelOf(record, !above));
    yield `${start}\n${icarDid(record, standing, site.baseUrl)}${icarNotes(record, standing)}\n`;
    open.push({ standing, children: 0 });
  }
  yield `${inDsc ? '</ead:dsc>\n' : ''}</ead:archdesc>\n</ead:ead>\n</recordBody>\n</record>\n</listRecords>\n</icar-import>\n`;
}

const namespaces = {
  xmlns: 'http://www.san.beniculturali.it/icar-import',
  'xmlns:ead': 'http://ead3.archivists.org/schema/',
};

/** The envelope and what the EAD3 says of itself. */
function before(root: HarvestRecord, site: DisseminatingSite): string {
  const instant = instantOf(root.changedAt);
  const mail = /^[^@]+@[^.]+\..+$/.test(site.contact) ? xmlElement('contact', {}, xmlText('mail', site.contact)) : '';
  const header = xmlElement(
    'header',
    {},
    xmlText('systemId', site.oaiDomain) || '<systemId/>',
    xmlText('systemTitle', site.name) || '<systemTitle/>',
    mail,
    xmlElement(
      'event',
      { eventType: 'creation', eventDate: instant },
      xmlElement('agent', { agentType: 'software' }, 'ELI4U'),
    ),
    xmlElement('fileDesc', {}, xmlText('title', root.title) || '<title/>', xmlText('date', instant)),
  );
  const recordHeader = xmlElement(
    'recordHeader',
    { action: 'update', cascade: 'false', groupEad: 'multiple', type: 'ead3' },
    xmlText('id', root.id),
    xmlText('lastUpdate', instant),
  );
  return [
    xmlStart('icar-import', namespaces),
    header,
    `<listRecords>\n<record>\n${recordHeader}\n<recordBody>`,
    `<ead:ead>\n${control(root, site)}\n`,
  ].join('\n');
}

function control(root: HarvestRecord, site: DisseminatingSite): string {
  const day = root.changedAt.slice(0, 10);
  return xmlElement(
    'ead:control',
    {
      countryencoding: 'iso3166-1',
      dateencoding: 'iso8601',
      langencoding: 'iso639-3',
      repositoryencoding: 'iso15511',
      scriptencoding: 'iso15924',
    },
    xmlText('ead:recordid', root.id),
    xmlElement(
      'ead:filedesc',
      {},
      xmlElement('ead:titlestmt', {}, xmlText('ead:titleproper', root.title) || '<ead:titleproper/>'),
    ),
    xmlElement('ead:maintenancestatus', { value: 'derived' }),
    xmlElement('ead:maintenanceagency', {}, xmlText('ead:agencyname', root.institution.name || root.institution.code)),
    xmlElement(
      'ead:maintenancehistory',
      {},
      xmlElement(
        'ead:maintenanceevent',
        {},
        xmlElement('ead:eventtype', { value: 'derived' }),
        xmlText('ead:eventdatetime', day),
        xmlElement('ead:agenttype', { value: 'machine' }),
        xmlText('ead:agent', site.name) || '<ead:agent/>',
      ),
    ),
  );
}

/** PostgreSQL's instant in UTC as xs:dateTime. */
function instantOf(changedAt: string): string {
  return `${changedAt.slice(0, 19).replace(' ', 'T')}Z`;
}
