import { AGENTS, type Agent } from '#ingest/demo/creators.ts';
import { readDate, type DatePoint } from '#ingest/demo/dates.ts';
import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';
import { lay, leaf, wrap } from '#ingest/demo/xml.ts';

const KINDS = {
  single: 'Data singola',
  range: 'Intervallo di date',
  open: 'Data aperta (a partire da)',
  unknown: 'Data non rilevabile - non rilevata',
};

function limit(name: 'fromDate' | 'toDate' | 'date', at: DatePoint): string {
  // EAC-CPF 2.0 wants full days for the limits of an uncertain date.
  return at.notBefore === undefined
    ? leaf(name, at.text, { certainty: at.certainty, standardDate: at.standard })
    : leaf(name, at.text, {
        certainty: at.certainty,
        notBefore: `${at.notBefore}-01-01`,
        notAfter: `${at.notAfter}-12-31`,
      });
}

function dateSet(display: string, quality?: string): string {
  const date = readDate(display);
  const structured =
    date.from === undefined
      ? ''
      : date.kind === 'single'
        ? limit('date', date.from)
        : wrap('dateRange', {}, limit('fromDate', date.from), date.to === undefined ? '' : limit('toDate', date.to));
  return wrap(
    'dateSet',
    {},
    leaf('date', display, {
      localType: 'EstremoCronologicoTestuale',
      'eac-sia:tipologiaData': KINDS[date.kind],
      'eac-sia:qualificaData': quality,
    }),
    structured,
  );
}

function identity(agent: Agent): string {
  const person = agent.kind === 'person';
  const other = (agent.others ?? []).map((name) =>
    wrap(
      'nameEntry',
      { localType: 'AltraDenominazioneEnte', languageOfElement: 'ita', status: 'alternative' },
      leaf('part', name, { localType: 'AltraIntestazione' }),
      leaf('part', name, { localType: 'AltraDenominazione' }),
      leaf('part', 'Altra denominazione', { localType: 'Qualifica' }),
    ),
  );
  const main = person
    ? leaf('part', agent.heading, { localType: 'IntestazionePersona' }) +
      leaf('part', agent.forename, { localType: 'NomePersona' }) +
      leaf('part', agent.surname, { localType: 'CognomePersona' })
    : leaf('part', agent.heading, { localType: 'IntestazionePrincipaleEnte' }) +
      leaf('part', agent.name, { localType: 'DenominazionePrincipaleEnte' });
  return wrap(
    'identity',
    {},
    wrap('entityType', { value: agent.kind }),
    wrap(
      'nameEntry',
      { localType: person ? 'DenominazionePersona' : 'DenominazioneEnte', languageOfElement: 'ita' },
      main,
      wrap('useDates', {}, dateSet(agent.dates)),
    ),
    ...other,
    wrap(
      'otherEntityTypes',
      {},
      wrap(
        'otherEntityType',
        { localType: person ? 'Genere' : 'Ente' },
        leaf('term', person ? 'Maschile' : agent.category),
      ),
    ),
    leaf('identityId', agent.id),
  );
}

function description(agent: Agent): string {
  const person = agent.kind === 'person';
  const remark = (text: string): string =>
    wrap('localDescription', {}, leaf('term', 'Osservazioni'), wrap('descriptiveNote', {}, leaf('p', text)));
  const custodian = agent.keeps === undefined ? undefined : CUSTODIANS[agent.custodian];
  const place =
    custodian === undefined
      ? wrap(
          'place',
          { localType: person ? 'LuogoPersona' : 'LuogoEnte' },
          leaf('placeName', agent.place),
          leaf('placeRole', person ? 'Nascita' : 'Sede'),
        )
      : wrap(
          'place',
          { localType: 'Sedi' },
          leaf('placeName', custodian.name),
          leaf('placeRole', 'Principale'),
          wrap(
            'address',
            {},
            leaf('addressLine', custodian.municipality, { addressLineType: 'municipality' }),
            leaf('addressLine', custodian.street, { addressLineType: 'street' }),
          ),
        );
  return wrap(
    'description',
    {},
    wrap(
      'localDescriptions',
      {},
      ...[agent.remarks, `Fonti: ${agent.sources}.`].filter((text) => text !== undefined).map(remark),
    ),
    person ? wrap('occupations', {}, wrap('occupation', {}, leaf('term', agent.category))) : '',
    wrap('places', {}, place),
    wrap(
      'existDates',
      { localType: person ? 'DateEsistenzaPersona' : 'DateEsistenzaEnte' },
      dateSet(agent.dates, 'Date di esistenza'),
    ),
    wrap('biogHist', {}, ...agent.history.split('\n').map((text) => leaf('p', text))),
  );
}

function relations(agent: Agent): string {
  const holding = (number: number, role: string): string =>
    wrap(
      'relation',
      {},
      wrap('targetEntity', { targetType: 'resource' }, leaf('part', fondsId(number))),
      leaf('relationType', role),
      leaf('targetRole', 'Complesso archivistico'),
    );
  const linked = (agent.linked ?? []).map((link) => {
    const target = AGENTS.find((other) => other.id === link.id);
    return wrap(
      'relation',
      {},
      wrap('targetEntity', { targetType: target?.kind ?? 'corporateBody' }, leaf('part', link.id)),
      leaf('relationType', link.type),
      leaf('targetRole', 'Soggetto produttore collegato'),
    );
  });
  const all = [
    ...agent.made.map((number) => holding(number, 'Soggetto produttore')),
    ...(agent.keeps ?? []).map((number) => holding(number, 'Soggetto conservatore')),
    ...linked,
  ];
  return all.length === 0 ? '' : wrap('relations', {}, ...all);
}

/** One agent as an EAC-CPF 2.0 document in the ICAR-IMPORT 2.0 profile. */
export function toEac(agent: Agent): string {
  const custodian = CUSTODIANS[agent.custodian];
  const control = wrap(
    'control',
    { maintenanceStatus: 'derived', 'eac-sia:status': 'Pubblicata' },
    leaf('recordId', agent.id),
    wrap('maintenanceAgency', {}, leaf('agencyCode', custodian?.code), leaf('agencyName', custodian?.name)),
    wrap(
      'maintenanceHistory',
      {},
      wrap(
        'maintenanceEvent',
        { languageOfElement: 'ita', maintenanceEventType: 'created' },
        leaf('agent', 'Redazione ELI4U, dati dimostrativi', { agentType: 'human' }),
        wrap('eventDateTime', { standardDateTime: '2026-11-01T00:00:00' }),
        wrap('eventDescription', {}, leaf('span', 'Prima redazione', { localType: 'Azione' })),
      ),
    ),
    wrap('localControl', { localType: 'Visibilita_FE' }, leaf('term', 'Completa')),
    wrap('localControl', { localType: 'AcronimoSistema' }, leaf('term', 'ELI4U')),
  );
  return lay(
    wrap(
      'eac',
      {
        xmlns: 'https://archivists.org/ns/eac/v2',
        'xmlns:eac-sia': 'http://www.san.beniculturali.it/eac-sia',
        audience: 'external',
      },
      control,
      wrap('cpfDescription', {}, identity(agent), description(agent), relations(agent)),
    ),
  );
}
