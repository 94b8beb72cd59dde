import { describe, expect, it } from 'vitest';
import { closedBy } from '#ingest/normalise/access-conditions.ts';

describe('conditions that close documents', () => {
  it.each<[string, string | null]>([
    ['Non consultabile fino al 2045', '2045-12-31'],
    ['Il fascicolo non è consultabile fino al 31 dicembre 2030.', '2030-12-31'],
    ['Consultabile dal 1 gennaio 2046', '2045-12-31'],
    ['consultabile a partire dal 2046', '2045-12-31'],
    ['closed until 2050', '2050-12-31'],
    ['This file is closed until 31 December 2050.', '2050-12-31'],
    ['Restricted until 2044', '2044-12-31'],
    ['Gesperrt bis 2031', '2031-12-31'],
    ['Niet openbaar tot 2040', '2040-12-31'],
    // A year closes to its last day, whatever stands around it.
    ['Non accessibile fino al 2034', '2034-12-31'],
    ['Descritto ma non consultabile fino al 2034 (settanta anni, D.Lgs. 42/2004 art. 122).', '2034-12-31'],
    ['Non consultabile fino al 2034 ai sensi del D.Lgs. 42/2004', '2034-12-31'],
    ['Non consultabile ai sensi dell’art. 122 del D.Lgs. 42/2004 fino al 2034.', '2034-12-31'],
    ['Non consultabile ex art. 122, c. 1, fino a tutto il 2034; copia in sala', '2034-12-31'],
    ["Non consultabile sino all'anno 2034", '2034-12-31'],
    ['Non consultabile fino alla fine del 2034', '2034-12-31'],
    ['Non consultabile fino al 2034, salvo autorizzazione', '2034-12-31'],
    ['Non consultabile fino al 2034, se non previa autorizzazione della Prefettura', '2034-12-31'],
    ['Closed until 2034 except with the permission of the archivist', '2034-12-31'],
    ['Riservato fino al 30 giugno 2034', '2034-06-30'],
    ['Riservato fino al 30.06.2034', '2034-06-30'],
    ['Non consultabile fino al 2034 giu. 30', '2034-06-30'],
    ['Non consultabile fino a giugno 2034', '2034-06-30'],
    ['Non consultabile fino al 2034-06-30', '2034-06-30'],
    ['Consultabile dopo il 2034', '2034-12-31'],
    ['Consultabile dal 2035', '2034-12-31'],
    ['Non consultabile fino al termine previsto dal D.Lgs. 42/2004', null],
    ['Non consultabile', null],
    ['Documentazione esclusa dalla consultazione.', null],
    ['Closed to research.', null],
    ['closed', null],
  ])('%s', (text, until) => expect(closedBy([text])).toEqual({ until }));

  it.each([
    'Liberamente accessibile',
    'Non ci sono restrizioni all’accesso.',
    'Consultabile su richiesta, previo appuntamento',
    'Consultazione riservata agli studiosi',
    'Restricted: apply to the archivist',
    'Open for research. Student coursework is restricted until 2044.',
    'Alcuni fascicoli non sono consultabili fino al 2045',
    'Closed stacks: material is brought to the reading room.',
    '',
  ])('does not close: %s', (text) => expect(closedBy([text])).toBeNull());

  it('the longest of several counts', () => {
    expect(closedBy(['closed until 2030', 'closed until 2050', 'closed'])).toEqual({ until: '2050-12-31' });
  });
});
