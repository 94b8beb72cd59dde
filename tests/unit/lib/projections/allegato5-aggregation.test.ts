import { describe, expect, it } from 'vitest';
import { toAggregation, type AggregationFacts } from '#lib/projections/allegato5-aggregation.ts';

const facts: AggregationFacts = {
  id: 'abc',
  code: '2026-III/2.4.1',
  kind: 'personaFisica',
  titolario: '2005',
  title: 'III',
  class: 2,
  voiceName: 'Assunzioni e cessazioni',
  object: 'Formazione',
  keywords: ['corsi'],
  openedOn: '2026-03-02',
  closedOn: null,
  year: 2026,
  number: 4,
  subOf: 'whole',
  units: [
    { unit: 'mobilita', name: 'Mobilità', from: '2026-04-11', to: null },
    { unit: 'suap', name: 'Suap', from: '2026-03-02', to: '2026-04-11' },
  ],
  documents: [{ record: 'd1', hash: 'ff' }],
  disposition: null,
  years: null,
  administration: { code: 'c_x', name: 'Comune' },
};

describe('the aggregation of Allegato 5', () => {
  it('says what is known in its elements', () => {
    const one = toAggregation(facts);
    expect(one.TipologiaFascicolo).toBe('persona fisica');
    expect(one.Classificazione).toEqual({
      IndiceDiClassificazione: 'III/2',
      Descrizione: 'Assunzioni e cessazioni',
      PianoDiClassificazione: '2005',
    });
    expect(one.Assegnazione.map(({ CodiceUnita }) => CodiceUnita)).toEqual(['mobilita', 'suap']);
    expect(one.Assegnazione[1]).toMatchObject({ DataFineAssegnazione: '2026-04-11' });
    expect(one.IdAggPrimario).toEqual({ TipoAggregazione: 'Fascicolo', IdAggregazione: 'whole' });
    expect(one.IndiceDocumenti).toHaveLength(1);
  });

  it('leaves out what is not known, and writes 9999 for ever', () => {
    const open = toAggregation(facts);
    expect('DataChiusura' in open || 'TempoDiConservazione' in open).toBe(false);
    expect(toAggregation({ ...facts, disposition: 'keep' })).toMatchObject({ TempoDiConservazione: 9999 });
    expect(toAggregation({ ...facts, years: 10, closedOn: '2027-01-01' })).toMatchObject({
      TempoDiConservazione: 10,
      DataChiusura: '2027-01-01',
    });
  });
});
