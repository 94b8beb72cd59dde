import type { Custodian } from '#ingest/demo/institutions.ts';
import { lay, leaf, wrap } from '#ingest/demo/xml.ts';

const ITA = { 'xml:lang': 'ita' };

const note = (text: string): string => wrap('descriptiveNote', {}, leaf('p', text, ITA));

/** One custodian as an EAG 2012 guide. */
export function toEag(custodian: Custodian): string {
  const control = wrap(
    'control',
    {},
    leaf('recordId', custodian.code),
    wrap('maintenanceAgency', {}, leaf('agencyCode', custodian.code), leaf('agencyName', custodian.name)),
    leaf('maintenanceStatus', 'new'),
    wrap(
      'maintenanceHistory',
      {},
      wrap(
        'maintenanceEvent',
        {},
        leaf('agent', 'Redazione ELI4U, dati dimostrativi', ITA),
        leaf('agentType', 'human'),
        leaf('eventDateTime', '2026-11-01', { standardDateTime: '2026-11-01T00:00:00' }),
        leaf('eventType', 'created'),
      ),
    ),
  );
  const repository = wrap(
    'repository',
    {},
    leaf('repositoryName', custodian.name, ITA),
    leaf('repositoryRole', 'Head quarter'),
    leaf('geogarea', 'Europe'),
    wrap(
      'location',
      { localType: 'visitors address' },
      leaf('country', 'Italia', ITA),
      leaf('firstdem', 'Veneto', ITA),
      leaf('municipalityPostalcode', custodian.municipality, ITA),
      leaf('street', custodian.street, ITA),
    ),
    leaf('webpage', 'Sito dell’istituto', { href: custodian.web, ...ITA }),
    wrap('repositorhist', {}, note(custodian.history)),
    wrap('buildinginfo', {}, wrap('building', {}, note(custodian.building))),
    wrap(
      'holdings',
      {},
      note(custodian.holdings),
      custodian.extentMetres === undefined
        ? ''
        : wrap('extent', {}, leaf('num', String(custodian.extentMetres), { unit: 'linearmetre' })),
    ),
    wrap('timetable', {}, leaf('opening', 'Orari e giorni di apertura: si veda il sito dell’istituto.', ITA)),
    wrap(
      'access',
      { question: 'yes' },
      leaf('restaccess', custodian.access.note, ITA),
      leaf('termsOfUse', `Citazione: ${custodian.citation}`, ITA),
    ),
    leaf('accessibility', 'Per l’accesso di persone con disabilità si prende contatto con l’istituto.', {
      question: 'yes',
      ...ITA,
    }),
    wrap(
      'services',
      {},
      wrap('searchroom', {}, wrap('researchServices', {}, note(custodian.request))),
      wrap('library', { question: 'yes' }),
      wrap(
        'techservices',
        {},
        wrap('reproductionser', { question: 'yes' }, note(custodian.reproduction.note.replace('\n', ' '))),
      ),
    ),
    note(`Biblioteca: ${custodian.library}`),
  );
  const identity = wrap(
    'identity',
    {},
    wrap('repositorid', { countrycode: 'IT', repositorycode: custodian.code }),
    leaf('otherRepositorId', custodian.code),
    leaf('autform', custodian.name, ITA),
    leaf('parform', custodian.parallelName, { 'xml:lang': 'eng' }),
    leaf('repositoryType', custodian.type),
  );
  return lay(
    wrap(
      'eag',
      { xmlns: 'http://www.archivesportaleurope.net/Portal/profiles/eag_2012/', audience: 'external' },
      control,
      wrap('archguide', {}, identity, wrap('desc', {}, wrap('repositories', {}, repository))),
      wrap('relations', {}),
    ),
  );
}
