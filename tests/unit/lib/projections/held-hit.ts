import type { HeldHit } from '#lib/search/search.ts';

/** A hit as exports take it, with what a test wants different. */
export function heldHit(more: Partial<HeldHit> = {}): HeldHit {
  return {
    id: '1234567a',
    url: 'https://example.org/records/1234567a',
    title: 'Registro d’estimo, «Duomo»',
    level: 'file',
    levelLabel: null,
    unitType: 'registro',
    referenceCode: 'b. 12',
    dates: { display: '1418', start: '1418-01-01', end: '1418-12-31' },
    fonds: { id: 'root0000', title: 'Estimi' },
    ancestors: [
      { id: 'root0000', title: 'Estimi', level: 'fonds' },
      { id: 'series00', title: 'Estimo del 1418', level: 'series' },
    ],
    visibility: 'open',
    closure: null,
    digital: false,
    highlights: [],
    custodian: 'Archivio di Stato di Padova',
    ...more,
  };
}
