import { describe, expect, it } from 'vitest';
import { toCsv } from '#lib/projections/hits-csv.ts';
import { heldHit } from './held-hit.ts';

describe('a list as CSV', () => {
  it('has a head, a line for each hit, a byte order mark', () => {
    expect(toCsv([heldHit()])).toBe(
      '\uFEFFid,title,level,type,referenceCode,dates,start,end,fonds,path,custodian,access,digital,url\r\n' +
        '1234567a,"Registro d’estimo, «Duomo»",file,registro,b. 12,1418,1418-01-01,1418-12-31,Estimi,Estimi › Estimo del 1418,' +
        'Archivio di Stato di Padova,open,false,https://example.org/records/1234567a\r\n',
    );
    expect(toCsv([]).split('\r\n')).toHaveLength(2);
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+39 049', `"'+39 049"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'=1"`],
    ['＝1', `"'＝1"`],
    ['="a"', `"'=""a"""`],
    ['il "Codice"', '"il ""Codice"""'],
    ['due\r\nrighe', 'due righe'],
    ['a = b', 'a = b'],
  ])('holds %j as text', (title, cell) => {
    expect(toCsv([heldHit({ title })]).split('\r\n')[1]).toContain(`1234567a,${cell},file`);
  });
});
