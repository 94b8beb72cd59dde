import { describe, expect, it } from 'vitest';
import { toCitations } from '#lib/projections/citation.ts';
import { recordView } from './record-view.ts';

const facts = { dates: '1418', permalink: 'https://example.org/records/12345678', readOn: '23 novembre 2026' };

describe('citations', () => {
  it('of a unit, in three styles', () => {
    expect(toCitations(recordView(), facts)).toEqual({
      italian:
        'Archivio di Stato di Padova, Estimi, Estimo del 1418, b. 12, «Registro d’estimo del quartiere Duomo», 1418, https://example.org/records/12345678.',
      chicago:
        '“Registro d’estimo del quartiere Duomo”, 1418, b. 12, Estimo del 1418, Estimi, Archivio di Stato di Padova. https://example.org/records/12345678 (23 novembre 2026).',
      apa: 'Registro d’estimo del quartiere Duomo. (1418). [Estimi, Estimo del 1418, b. 12]. Archivio di Stato di Padova. https://example.org/records/12345678',
    });
  });

  it('of a unit whose code begins with the title of its series: said once', () => {
    const view = recordView({ referenceCode: 'Estimo del 1418, reg. 4' });
    expect(toCitations(view, facts).italian).toContain('Padova, Estimi, Estimo del 1418, reg. 4, «');
  });

  it('of a fonds without dates or code', () => {
    const view = recordView({ ancestors: [], title: 'Estimi.', referenceCode: null });
    const citations = toCitations(view, { ...facts, dates: null });
    expect(citations.italian).toBe('Archivio di Stato di Padova, Estimi, https://example.org/records/12345678.');
    expect(citations.apa).toBe('Estimi. (s.d.). Archivio di Stato di Padova. https://example.org/records/12345678');
  });
});
