import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import type { Fonds } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';
import { fondsId } from './identifiers.ts';

/** When the demonstration holdings were written. */
const WRITTEN_ON = '2026-11-01';

/** What the file says of itself. */
export function control(fonds: Fonds): string {
  const custodian = CUSTODIANS[fonds.custodian];
  return wrap(
    'control',
    {
      countryencoding: 'iso3166-1',
      dateencoding: 'iso8601',
      langencoding: 'iso639-3',
      repositoryencoding: 'iso15511',
      scriptencoding: 'iso15924',
    },
    leaf('recordid', fondsId(fonds.number)),
    wrap('filedesc', {}, wrap('titlestmt', {}, leaf('titleproper', fonds.title))),
    wrap('maintenancestatus', { value: 'derived' }),
    wrap('maintenanceagency', {}, leaf('agencycode', custodian?.code), leaf('agencyname', custodian?.name)),
    wrap(
      'maintenancehistory',
      {},
      wrap(
        'maintenanceevent',
        {},
        wrap('eventtype', { value: 'created' }),
        leaf('eventdatetime', WRITTEN_ON),
        wrap('agenttype', { value: 'human' }),
        leaf('agent', 'Redazione ELI4U, dati dimostrativi'),
      ),
    ),
  );
}
