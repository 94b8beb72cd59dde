import { emptyDescription } from '#lib/records/description.ts';
import type { RecordView } from '#lib/records/public-views.ts';

/** A unit as the store gives it, with what a test wants different. */
export function recordView(more: Partial<RecordView> = {}): RecordView {
  const above = {
    titleLang: null,
    levelLabel: null,
    unitType: null,
    referenceCode: null,
    dates: { display: null, start: null, end: null, certainty: 'certain' as const },
    childCount: 1,
    visibility: 'open' as const,
    digital: false,
    index: 1,
    total: 1,
  };
  return {
    id: '12345678',
    title: 'Registro d’estimo del quartiere Duomo',
    titleLang: null,
    level: 'file',
    levelLabel: null,
    unitType: 'registro',
    referenceCode: 'b. 12',
    dates: { display: '1418', start: '1418-01-01', end: '1418-12-31', certainty: 'certain' },
    childCount: 0,
    visibility: 'open',
    digital: false,
    rootId: 'root0000',
    parentId: 'series00',
    formerCodes: [],
    description: emptyDescription,
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
      { ...above, id: 'root0000', title: 'Estimi', level: 'fonds' },
      { ...above, id: 'series00', title: 'Estimo del 1418', level: 'series' },
    ],
    agents: [],
    digitalObjects: [],
    related: [],
    inherited: { elements: {}, languages: null, creators: null },
    place: null,
    ...more,
  };
}
