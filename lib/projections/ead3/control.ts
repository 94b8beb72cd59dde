import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { xmlElement, xmlText } from '#lib/records/xml-element.ts';

/** What the file says of itself. That a machine wrote it out is no revision of the description: `altrender` says so to ingest. */
export function ead3Control(root: HarvestRecord, site: Pick<DisseminatingSite, 'baseUrl' | 'name'>): string {
  const day = root.changedAt.slice(0, 10);
  const encodings = {
    countryencoding: 'iso3166-1',
    dateencoding: 'iso8601',
    langencoding: 'iso639-2b',
    repositoryencoding: 'iso15511',
    scriptencoding: 'iso15924',
  };
  const event = xmlElement(
    'maintenanceevent',
    { altrender: 'dissemination' },
    xmlElement('eventtype', { value: 'derived' }),
    xmlElement('eventdatetime', { standarddatetime: day }, day),
    xmlElement('agenttype', { value: 'machine' }),
    xmlText('agent', site.name) || '<agent/>',
  );
  const { code, name } = root.institution;
  return `${xmlElement(
    'control',
    encodings,
    xmlText('recordid', root.id, { instanceurl: `${site.baseUrl}/id/${root.id}` }),
    xmlElement('filedesc', {}, xmlElement('titlestmt', {}, xmlText('titleproper', root.title) || '<titleproper/>')),
    xmlElement('maintenancestatus', { value: 'derived' }),
    xmlElement(
      'maintenanceagency',
      {},
      xmlText('agencycode', code),
      xmlText('agencyname', name) || xmlText('agencyname', code) || '<agencyname/>',
    ),
    xmlElement('maintenancehistory', {}, event),
  )}\n`;
}
