import { expect, it } from 'vitest';
import { disposalCsv, type DisposalCsvLine } from '#lib/projections/disposal-csv.ts';

const line: DisposalCsvLine = {
  code: '2009-V/2.1',
  title: 'Richiesta di "affissione"; Prato',
  openedOn: '2009-01-02',
  closedOn: '2009-05-05',
  dispositionOn: '2019-05-05',
  documents: 3,
  limited: false,
  state: 'proposed',
  preservation: null,
  reason: null,
};
const rowsOf = (csv: string) => csv.split('\r\n').slice(1, -1);

it('has a row for each fascicolo, as spreadsheets set to Italian read it', () => {
  const csv = disposalCsv([line]);
  expect(csv.startsWith('\uFEFFNumero;Segnatura;')).toBe(true);
  expect(rowsOf(csv)).toEqual([
    '1;2009-V/2.1;"Richiesta di ""affissione""; Prato";2009-01-02;2009-05-05;2019-05-05;3;no;proposto;non versato;',
  ]);
});

it.each([
  [null, 'non versato'],
  ['accepted', 'versato: il conservatore ne ha una copia, da distruggere anche presso di lui'],
  ['underWay', 'versamento in corso: si distrugge dopo il suo esito'],
  ['refused', 'versamento rifiutato: il conservatore non ne ha copia'],
] as const)('says how its preservation stands: %s', (preservation, said) => {
  expect(
    rowsOf(disposalCsv([{ ...line, preservation }]))[0]
      ?.split(';')
      .at(-2),
  ).toBe(said);
});

it.each(['=1+1', '+39', '-x', '@x', '\tx'])('has no cell that begins like a formula: %j', (reason) => {
  expect(rowsOf(disposalCsv([{ ...line, reason }]))[0]).toContain(`;'${reason}`);
});
