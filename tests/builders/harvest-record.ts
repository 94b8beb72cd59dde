import { emptyDescription } from '#lib/records/description.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';

/** A unit as harvests read it, with what a test wants different; `note` is its scope and content. */
export function harvestRecord({ note, ...more }: Partial<HarvestRecord> & { note?: string } = {}): HarvestRecord {
  return {
    id: '12345678',
    title: 'Registro d’estimo del quartiere Duomo',
    titleLang: null,
    level: 'file',
    levelLabel: null,
    unitType: 'registro',
    referenceCode: 'b. 12',
    dates: { display: '1418', start: '1418-01-01', end: '1418-12-31', certainty: 'certain' },
    visibility: 'open',
    digital: false,
    rootId: 'root0000',
    parentId: 'series00',
    formerCodes: [],
    description: {
      ...emptyDescription,
      ...(note === undefined ? {} : { elements: { scopeAndContent: [{ html: '', text: note }] } }),
    },
    sensitivity: 'none',
    consultableFrom: null,
    metadataLicence: null,
    rightsUri: null,
    changedAt: '2026-11-23T10:00:00.000Z',
    institution: {
      id: 'archive0',
      code: 'IT-X',
      name: 'Archivio di Stato di Padova',
      description: {
        telephone: [],
        email: [],
        website: [],
        openingHours: [],
        closing: [],
        accessConditions: [],
        services: [],
        history: [],
        holdings: [],
      },
    },
    ancestors: [
      { id: 'root0000', title: 'Estimi', titleLang: null, level: 'fonds', levelLabel: null, referenceCode: null },
      {
        id: 'series00',
        title: 'Estimo del 1418',
        titleLang: null,
        level: 'series',
        levelLabel: null,
        referenceCode: null,
      },
    ],
    agents: [],
    digitalObjects: [],
    related: [],
    inherited: { elements: {}, languages: null, creators: null },
    ...more,
  };
}
