import { emptyDescription, isadElements, type Description, type Note } from '#lib/records/description.ts';
import type { DisseminatingSite, HarvestAgent, HarvestInstitution, HarvestRecord } from '#lib/records/harvest-views.ts';

/** Every text of a view, in turn: so that a test can fill a view with what it likes. */
export type Say = (what: string) => string;

const asIs: Say = (what) => what;

export const harvestSite: DisseminatingSite = {
  baseUrl: 'https://archivio.comune.esempio.it',
  oaiDomain: 'archivio.comune.esempio.it',
  name: 'Comune di Padova',
  contact: 'archivio@comune.esempio.it',
};

const note = (say: Say, what: string): Note => ({
  html: `<p>${say(what).replace(/[&<>]/g, '')}</p><p>e <em>altro</em> &amp; ancora</p>`,
  text: say(what),
  label: say('Osservazioni'),
  lang: 'ita',
});

/** A digitised unit of which everything is said. */
export function fullRecord(say: Say = asIs, more: Partial<HarvestRecord> = {}): HarvestRecord {
  const description: Description = {
    elements: Object.fromEntries(isadElements.map((name) => [name, [note(say, `Testo di ${name}`)]])),
    otherTitles: [{ title: say('Liber extimi'), label: say('Titolo originale'), lang: 'lat' }],
    extents: [say('cc. 112'), say('1 registro')],
    containers: [{ type: say('busta'), value: say('12') }],
    accessPoints: [
      {
        kind: 'subject',
        label: say('Catasti'),
        identifier: 'https://purl.org/bncf/tid/2',
        source: say('Nuovo soggettario'),
      },
      { kind: 'subject', label: say('Estimi') },
      { kind: 'place', label: say('Padova'), coordinates: { latitude: 45.4, longitude: 11.87 } },
      { kind: 'place', label: say('Brenta') },
      { kind: 'person', label: say('Dottori, Daniele'), identifier: 'http://viaf.org/viaf/1' },
      { kind: 'family', label: say('Carraresi') },
      { kind: 'corporateBody', label: say('Fraglia dei notai') },
      { kind: 'genre', label: say('Registro d’estimo') },
      { kind: 'title', label: say('Statuti') },
    ],
    languages: ['lat', 'ita'],
    identifiers: [{ value: say('SIA-1'), label: say('sistema') }],
  };
  const line = {
    titleLang: 'ita',
    levelLabel: say('quartiere'),
    unitType: say('registro'),
    referenceCode: say('b. 12'),
    dates: { display: say('1418'), start: '1418-01-01', end: '1418-12-31', certainty: 'certain' },
    visibility: 'open',
    digital: true,
  } as const;
  return {
    ...line,
    id: 'unit0001',
    title: say('Registro d’estimo del quartiere Duomo'),
    level: 'file',
    rootId: 'root0001',
    parentId: 'serie001',
    formerCodes: [say('vol. 3')],
    description,
    sensitivity: 'none',
    consultableFrom: null,
    metadataLicence: 'http://creativecommons.org/publicdomain/zero/1.0/',
    rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    changedAt: '2026-11-23T10:00:00.000Z',
    institution: {
      id: 'archive1',
      code: say('IT-PD0089'),
      name: say('Archivio di Stato di Padova'),
      description: guide(say),
    },
    ancestors: [
      { ...line, id: 'root0001', title: say('Estimi'), level: 'fonds' },
      { ...line, id: 'serie001', title: say('Estimo del 1418'), level: 'series' },
    ],
    agents: [
      {
        id: 'agent001',
        name: say('Comune di Padova'),
        kind: 'corporateBody',
        role: 'creator',
        label: null,
        dates: say('sec. XIII-'),
      },
      {
        id: 'agent002',
        name: say('Dottori, Daniele'),
        kind: 'person',
        role: 'subject',
        label: say('notaio'),
        dates: null,
      },
    ],
    digitalObjects: [
      image('obj00001', 'https://immagini.esempio.it/duomo/1.jpg', say('c. 1r')),
      image('obj00002', 'https://immagini.esempio.it/duomo/2.jpg?a=1&b=2', say('c. 1v')),
      {
        ...image('obj00003', 'https://immagini.esempio.it/duomo.pdf', say('tutto')),
        rightsUri: 'http://rightsstatements.org/vocab/CNE/1.0/',
      },
      image('obj00004', '/mnt/archivio/duomo/4.tif', say('su disco')),
      { ...image('obj00005', 'https://visore.esempio.it/duomo', say('visore')), mediaType: null },
    ],
    related: [
      {
        kind: say('vedi anche'),
        direction: 'to',
        note: say('stesso estimo'),
        record: { ...line, id: 'unit0002', title: say('Altro registro'), level: 'file', childCount: 0 },
      },
    ],
    inherited: { elements: {}, languages: null, creators: null },
    ...more,
  };
}

const image = (id: string, href: string, label: string): HarvestRecord['digitalObjects'][number] => ({
  id,
  href,
  label,
  role: null,
  mediaType: null,
  rightsUri: null,
});

/** A unit of which nothing is said that may be left unsaid. */
export function bareRecord(more: Partial<HarvestRecord> = {}): HarvestRecord {
  return {
    id: 'unit0009',
    title: 'Carte',
    titleLang: null,
    level: 'file',
    levelLabel: null,
    unitType: null,
    referenceCode: null,
    dates: { display: null, start: null, end: null, certainty: 'certain' },
    visibility: 'open',
    digital: false,
    rootId: 'unit0009',
    parentId: null,
    formerCodes: [],
    description: emptyDescription,
    sensitivity: 'none',
    consultableFrom: null,
    metadataLicence: null,
    rightsUri: null,
    changedAt: '2026-11-23T10:00:00.000Z',
    institution: { id: 'archive9', code: 'X', name: 'Archivio', description: emptyGuide },
    ancestors: [],
    agents: [],
    digitalObjects: [],
    related: [],
    inherited: { elements: {}, languages: null, creators: null },
    ...more,
  };
}

/** An agent of which everything is said. */
export function fullAgent(say: Say = asIs, more: Partial<HarvestAgent> = {}): HarvestAgent {
  const relation = (
    kind: HarvestAgent['relations'][number]['kind'],
    label: string | null,
    direction: 'to' | 'from',
  ) => ({
    id: `${kind}1`.slice(0, 8).padEnd(8, '0'),
    name: say('Altro ente'),
    agentKind: 'corporateBody' as const,
    kind,
    direction,
    dates: say('1405-1797'),
    note: say('per un tempo'),
    label,
  });
  return {
    id: 'agent001',
    kind: 'corporateBody',
    name: say('Comune di Padova'),
    dates: { display: say('1175-1797'), start: '1175-01-01', end: '1797-12-31', certainty: 'certain' },
    description: {
      otherNames: [{ name: say('Communitas Paduae'), label: say('nome latino'), dates: say('sec. XIII') }],
      history: [
        note(say, 'Il Comune nacque'),
        { html: say('senza paragrafi').replace(/[&<>]/g, ''), text: say('senza paragrafi') },
      ],
      places: [{ label: say('Padova'), role: say('sede'), dates: say('1175-') }],
      legalStatus: [say('ente pubblico territoriale')],
      functions: [note(say, 'Amministra la città')],
      mandates: [note(say, 'Statuti')],
      structure: [note(say, 'Consigli')],
      generalContext: [note(say, 'Marca trevigiana')],
      occupations: [say('governo')],
      languages: ['lat', 'ita', 'gre'],
      sources: [note(say, 'Gloria, Codice diplomatico')],
      notes: [note(say, 'Da verificare'), { html: say('x').replace(/[&<>]/g, ''), text: say('x') }],
      links: [
        { href: 'https://it.wikipedia.org/wiki/Padova', label: say('Padova') },
        { href: 'javascript:alert(1)', label: say('inganno') },
      ],
    },
    stub: false,
    changedAt: '2026-11-23T10:00:00.000Z',
    identifiers: [say('SIA-SP-0001'), say('SIUSA 42')],
    relations: [
      relation('hierarchical', 'sovraordinato', 'to'),
      relation('hierarchical', 'sovraordinato', 'from'),
      relation('temporal', 'predecessore', 'to'),
      relation('family', say('constructor'), 'from'),
      relation('associative', null, 'to'),
      relation('identity', null, 'from'),
    ],
    created: [{ id: 'root0001', title: say('Estimi'), level: 'fonds', referenceCode: say('F 1') }],
    ...more,
  };
}

/** An agent known by its name alone. */
export function bareAgent(more: Partial<HarvestAgent> = {}): HarvestAgent {
  return {
    id: 'agent009',
    kind: 'person',
    name: 'Bianchi, Anna',
    dates: { display: null, start: null, end: null, certainty: 'certain' },
    description: {
      otherNames: [],
      history: [],
      places: [],
      legalStatus: [],
      functions: [],
      mandates: [],
      structure: [],
      generalContext: [],
      occupations: [],
      languages: [],
      sources: [],
      notes: [],
      links: [],
    },
    stub: true,
    changedAt: '2026-11-23T10:00:00.000Z',
    identifiers: [],
    relations: [],
    created: [],
    ...more,
  };
}

function guide(say: Say): HarvestInstitution['description'] {
  return {
    address: say('via dei Colli 24, 35143 Padova (PD)'),
    place: say('Padova'),
    country: say('Italia'),
    coordinates: { latitude: 45.39, longitude: 11.84 },
    telephone: [say('049 1234567'), say('049 7654321 (fax)')],
    email: [say('as-pd@esempio.it')],
    website: [say('https://aspd.cultura.gov.it/')],
    openingHours: [say('lun-ven 9-17')],
    closing: [say('agosto')],
    accessConditions: [say('Con un documento'), say('Accesso per persone con disabilità')],
    services: [
      { label: 'searchroom', text: say('domanda') },
      { label: 'constructor', text: say('altro') },
    ],
    history: [say('Istituito nel 1948'), say('Ha sede dal 1980'), say('Biblioteca'), say('Altro')],
    holdings: [say('Comune e uffici'), 'm lineari 25.000'],
  };
}

const emptyGuide: HarvestInstitution['description'] = {
  telephone: [],
  email: [],
  website: [],
  openingHours: [],
  closing: [],
  accessConditions: [],
  services: [],
  history: [],
  holdings: [],
};

/** An institution of which everything is said. */
export function fullInstitution(say: Say = asIs, more: Partial<HarvestInstitution> = {}): HarvestInstitution {
  return {
    id: 'archive1',
    code: say('IT-PD0089'),
    name: say('Archivio di Stato di Padova'),
    otherNames: [say('State Archives of Padua')],
    description: guide(say),
    stub: false,
    changedAt: '2026-11-23T10:00:00.000Z',
    metadataLicence: null,
    rightsUri: null,
    fonds: [{ id: 'root0001', title: say('Estimi'), referenceCode: say('F 1') }],
    ...more,
  };
}

/** An institution that finding aids only mention. */
export function bareInstitution(more: Partial<HarvestInstitution> = {}): HarvestInstitution {
  return {
    id: 'archive9',
    code: 'Archivio',
    name: 'Archivio',
    otherNames: [],
    description: emptyGuide,
    stub: true,
    changedAt: '2026-11-23T10:00:00.000Z',
    metadataLicence: null,
    rightsUri: null,
    fonds: [],
    ...more,
  };
}
