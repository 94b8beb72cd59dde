import type { HarvestAgent, HarvestInstitution, HarvestItem, HarvestRecord } from '#lib/records/harvest-views.ts';
import { agentDescriptionSchema } from '#lib/records/agent.ts';
import { undated } from '#lib/records/dates.ts';
import { emptyDescription } from '#lib/records/description.ts';
import { institutionDescriptionSchema } from '#lib/records/institution.ts';

export const base = 'https://archivio.example.it';

const note = (text: string, lang?: string) => ({ html: `<p>${text}</p>`, text, ...(lang ? { lang } : {}) });
const agent = (id: string, name: string, role: HarvestRecord['agents'][number]['role']) =>
  ({ id, name, kind: 'corporateBody', role, label: null, dates: null }) as const;

/** A unit of which nothing is known but that it is there. */
export function aBareRecord(change: Partial<HarvestRecord> = {}): HarvestRecord {
  return {
    id: 'b0000001',
    title: 'Senza notizie',
    titleLang: null,
    level: 'fonds',
    levelLabel: null,
    unitType: null,
    referenceCode: null,
    dates: undated,
    visibility: 'open',
    digital: false,
    rootId: 'b0000001',
    parentId: null,
    formerCodes: [],
    description: emptyDescription,
    sensitivity: 'none',
    consultableFrom: null,
    metadataLicence: null,
    rightsUri: null,
    changedAt: '2026-11-20T10:00:00.123Z',
    institution: {
      id: 'g0000001',
      code: 'IT-PD0546',
      name: 'Archivio di Stato di Prova',
      description: institutionDescriptionSchema.parse({}),
    },
    ancestors: [],
    agents: [],
    digitalObjects: [],
    related: [],
    inherited: { elements: {}, languages: null, creators: null },
    ...change,
  };
}

/** A unit of which everything is known. */
export function aFullRecord(change: Partial<HarvestRecord> = {}): HarvestRecord {
  return aBareRecord({
    id: 'c0000002',
    title: 'Estimo del 1418 “grande”',
    titleLang: 'ita',
    level: 'file',
    unitType: 'registro',
    referenceCode: 'B. 12 <bis>',
    dates: { display: 'sec. XV, prima metà', start: '1418-01-01', end: '1450-12-31', certainty: 'approximate' },
    digital: true,
    rootId: 'b0000001',
    parentId: 'b0000003',
    formerCodes: ['Vecchia 7'],
    description: {
      ...emptyDescription,
      elements: {
        scopeAndContent: [note('Partite d’estimo & polizze\ndei "cittadini"', 'it'), note('Assessments', 'eng')],
        conditionsOfAccess: [note('Libero')],
        arrangement: [note('Per quartieri')],
      },
      otherTitles: [{ title: 'Liber extimi', lang: 'lat' }],
      extents: ['cc. 112', 'cc. 112'],
      languages: ['lat', 'ita', '?'],
      accessPoints: [
        {
          kind: 'place',
          label: 'Padova',
          identifier: 'https://www.wikidata.org/entity/Q617',
          coordinates: { latitude: 45.4, longitude: 11.87 },
        },
        { kind: 'subject', label: 'Estimi' },
        { kind: 'person', label: 'Rossi, Mario', identifier: 'not an address' },
      ],
    },
    metadataLicence: 'http://creativecommons.org/publicdomain/zero/1.0/',
    rightsUri: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    ancestors: [
      { id: 'b0000001', title: 'Estimi', titleLang: 'it', level: 'fonds', levelLabel: null, referenceCode: 'EST' },
      { id: 'b0000003', title: 'Serie', titleLang: null, level: 'series', levelLabel: null, referenceCode: null },
    ],
    agents: [
      agent('d0000001', 'Comune di Padova', 'creator'),
      agent('d0000002', 'Notaio', 'author'),
      agent('d0000001', 'Comune di Padova', 'creator'),
    ],
    digitalObjects: [
      {
        id: '1',
        href: 'https://img.example.it/a b.jpg',
        label: 'c. 1r',
        role: 'image',
        mediaType: 'image/jpeg',
        rightsUri: null,
      },
    ],
    ...change,
  });
}

export function aFullAgent(change: Partial<HarvestAgent> = {}): HarvestAgent {
  return {
    id: 'd0000001',
    kind: 'corporateBody',
    name: 'Comune di Padova',
    dates: { display: 'sec. XII -', start: '1138-01-01', end: null, certainty: 'certain' },
    description: agentDescriptionSchema.parse({
      otherNames: [{ name: 'Communitas Paduae' }],
      history: [note('Attestato dal 1138', 'it')],
      places: [{ label: 'Padova' }],
      links: [{ href: 'https://www.padovanet.it' }],
    }),
    stub: false,
    changedAt: '2026-11-20T10:00:00Z',
    identifiers: ['SIUSA-12', 'https://viaf.org/viaf/123'],
    relations: [
      {
        id: 'd0000002',
        name: 'Notaio',
        agentKind: 'person',
        kind: 'associative',
        direction: 'to',
        dates: null,
        note: null,
        label: null,
      },
      {
        id: 'd0000003',
        name: 'Comune',
        agentKind: 'corporateBody',
        kind: 'identity',
        direction: 'to',
        dates: null,
        note: null,
        label: null,
      },
    ],
    created: [{ id: 'b0000001', title: 'Estimi', level: 'fonds', referenceCode: 'EST' }],
    ...change,
  };
}

export function anInstitution(change: Partial<HarvestInstitution> = {}): HarvestInstitution {
  return {
    id: 'g0000001',
    code: 'IT-PD0546',
    name: 'Archivio di Stato di Prova',
    otherNames: ['ASP'],
    description: institutionDescriptionSchema.parse({
      address: 'Via dei Colli 24',
      place: 'Padova',
      coordinates: { latitude: 45.41, longitude: 11.85 },
      telephone: ['049 1'],
      email: ['as-pd@example.it'],
      website: ['https://archivio.example.it/pagina', 'niente'],
      history: ['Istituito nel 1948'],
    }),
    stub: false,
    changedAt: '2026-11-20T10:00:00Z',
    metadataLicence: null,
    rightsUri: null,
    fonds: [{ id: 'b0000001', title: 'Estimi', referenceCode: 'EST' }],
    ...change,
  };
}

/** One of each kind, with everything and with nothing. */
export const everyItem = (): HarvestItem[] => [
  { kind: 'record', value: aBareRecord() },
  { kind: 'record', value: aFullRecord() },
  { kind: 'record', value: aFullRecord({ id: 'c0000004', level: 'item', parentId: 'c0000002' }) },
  { kind: 'record', value: aFullRecord({ id: 'c0000005', level: 'subseries' }) },
  { kind: 'agent', value: aFullAgent() },
  { kind: 'agent', value: aFullAgent({ id: 'd0000009', kind: 'person' }) },
  {
    kind: 'agent',
    value: aFullAgent({ id: 'd0000008', kind: 'unknown', description: agentDescriptionSchema.parse({}) }),
  },
  { kind: 'institution', value: anInstitution() },
];
