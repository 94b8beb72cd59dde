import { expect, it } from 'vitest';
import { toFindingAidCsv } from '#lib/projections/finding-aid-csv.ts';
import { emptyDescription } from '#lib/records/description.ts';
import type { FindingAidStep } from '#lib/records/harvest-views.ts';
import { written } from '#tests/builders/written.ts';
import { recordView } from './record-view.ts';

async function* steps(...more: Parameters<typeof recordView>): AsyncGenerator<FindingAidStep> {
  yield { step: 'open', record: recordView(...more) };
  yield { step: 'close' };
}

it('a line has level, code, title, dates, extent, path and address', async () => {
  const description = { ...emptyDescription, extents: ['cc. 112', 'cm 30 × 21'] };
  const csv = await written(toFindingAidCsv(steps({ description }), { baseUrl: 'https://example.org' }));
  expect(csv).toBe(
    '\uFEFFdepth,level,type,referenceCode,title,dates,start,end,extent,path,custodian,access,digital,url\r\n' +
      '2,file,registro,b. 12,Registro d’estimo del quartiere Duomo,1418,1418-01-01,1418-12-31,"cc. 112; cm 30 × 21",' +
      'Estimi › Estimo del 1418,Archivio di Stato di Padova,open,false,https://example.org/records/12345678\r\n',
  );
});

it('nothing in it is a formula', async () => {
  const csv = await written(toFindingAidCsv(steps({ title: '=HYPERLINK("x")' }), { baseUrl: '' }));
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
});
