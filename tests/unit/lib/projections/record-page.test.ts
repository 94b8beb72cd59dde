import { describe, expect, it } from 'vitest';
import { emptyDescription } from '#lib/records/description.ts';
import { toRecordPage } from '#lib/projections/record-page.ts';
import { recordView } from './record-view.ts';

const words = { dates: '1418', level: 'unità archivistica' };
const note = (text: string) => ({ html: `<p>${text}</p>`, text });
const from = { id: 'root0000', title: 'Estimi', level: 'fonds' as const };

describe('the record page', () => {
  it('has only areas that say something, in the order of the standard', () => {
    const description = { ...emptyDescription, elements: { note: [note('n')], archivalHistory: [note('h')] } };
    const areas = toRecordPage(recordView({ description }), words);
    expect(areas.map(({ area }) => area)).toEqual(['identity', 'context', 'notes']);
  });

  it('marks what comes from above, and lets the unit’s own word stand', () => {
    const inherited = {
      elements: {
        conditionsOfAccess: { from, value: [note('libero')] },
        conditionsOfReproduction: { from, value: [note('libera')] },
      },
      languages: { from, value: ['lat'] },
      creators: null,
    };
    const description = { ...emptyDescription, elements: { conditionsOfAccess: [note('su domanda')] } };
    const access = toRecordPage(recordView({ description, inherited }), words).find(({ area }) => area === 'access');
    expect(access?.entries).toMatchObject([
      { key: 'conditionsOfAccess', from: null, notes: [{ text: 'su domanda' }] },
      { key: 'conditionsOfReproduction', from },
      { key: 'languages', codes: ['lat'], from },
    ]);
  });

  it('says the same extent once', () => {
    const description = { ...emptyDescription, extents: ['1 Registro', '1 registro', 'cc. 112'] };
    const identity = toRecordPage(recordView({ description }), words)[0];
    expect(identity?.entries).toContainEqual({ kind: 'values', key: 'extents', values: ['1 registro', 'cc. 112'] });
  });
});
