import { describe, expect, it } from 'vitest';
import { myCasesCsv, type MyCaseLine } from '#lib/projections/my-cases-csv.ts';

const line: MyCaseLine = {
  protocol: '0000012/2026',
  filedOn: '2026-03-02',
  type: { it: 'Patrocinio', en: 'Patronage' },
  title: 'Patrocinio, Prato della Valle',
  state: { it: 'In corso', en: 'Running' },
  outcome: null,
  dueOn: null,
  concludedOn: null,
  unit: 'gabinetto',
  url: 'https://x/1',
};

async function written(lines: MyCaseLine[], lang: 'it' | 'en' = 'it'): Promise<string[]> {
  let text = '';
  async function* given() {
    yield* lines;
  }
  for await (const part of myCasesCsv(given(), lang)) text += part;
  return text.split('\r\n');
}

describe('the table as CSV', () => {
  it('has a head in its language and one line for each case', async () => {
    const [head = '', first] = await written([line]);
    expect(head.startsWith('\uFEFFProtocollo;Presentata il;Procedimento')).toBe(true);
    expect(first).toBe(
      '0000012/2026;2026-03-02;Patrocinio;"Patrocinio, Prato della Valle";In corso;;;;gabinetto;https://x/1',
    );
    expect((await written([line], 'en'))[0]).toContain('Register number;Filed on');
  });

  it.each([
    ['=cmd|calc!A1', `"'=cmd|calc!A1"`],
    ['@SUM(1;2)', `"'@SUM(1;2)"`],
    ['＝1+1', `"'＝1+1"`],
    ['\t=1', `"'=1"`],
    ['dice "no";\nrighe', '"dice ""no""; righe"'],
  ])('runs nothing and breaks nothing: %j', async (title, cell) => {
    const [, first = ''] = await written([{ ...line, title }]);
    expect(first.startsWith(`0000012/2026;2026-03-02;Patrocinio;${cell};`)).toBe(true);
  });
});
