import { describe, expect, it } from 'vitest';
import { ofKind, read } from './read-text.ts';

const eadOf = (id: string) =>
  `<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${id}</recordid></control><archdesc level="fonds"><did><unittitle>${id}</unittitle></did><dsc><c level="file"><did><unittitle>f</unittitle></did></c></dsc></archdesc></ead>`;
const record = (id: string, body: string, attributes = 'action="insert"') =>
  `<i:record><i:recordHeader ${attributes} type="ead3"><i:id>${id}</i:id><i:lastUpdate>2025-11-17T14:16:27.093+02:00</i:lastUpdate></i:recordHeader>${body && `<i:recordBody>${body}</i:recordBody>`}</i:record>`;
const icar = (...records: string[]) =>
  `<i:icar-import xmlns:i="http://www.san.beniculturali.it/icar-import"><i:header><i:systemId>ICAR-SIA</i:systemId></i:header><i:listRecords>${records.join('\n')}</i:listRecords></i:icar-import>`;

describe('ICAR-IMPORT', () => {
  it('every record is a source of its own', async () => {
    const drafts = await read(icar(record('A', eadOf('x')), record('B', eadOf('y'), 'action="update"')));
    expect(ofKind(drafts, 'source')).toMatchObject([
      {
        identifier: 'A',
        action: 'insert',
        system: 'ICAR-SIA',
        lastUpdate: '2025-11-17T14:16:27.093+02:00',
        format: 'ead3',
      },
      { identifier: 'B', action: 'update' },
    ]);
    expect(ofKind(drafts, 'unit').map(({ ordinal, title }) => [ordinal, title])).toEqual([
      [0, 'x'],
      [1, 'f'],
      [0, 'y'],
      [1, 'f'],
    ]);
    expect(ofKind(drafts, 'sourceEnd').map(({ units }) => units)).toEqual([2, 2]);
  });

  it('a deletion needs no body', async () => {
    const drafts = await read(icar(record('A', '', 'action="delete" cascade="true"')));
    expect(drafts).toMatchObject([
      { kind: 'source', identifier: 'A', action: 'delete', cascade: true },
      { kind: 'sourceEnd', units: 0 },
    ]);
  });

  it('one record that is not read does not stop the others', async () => {
    const drafts = await read(
      icar(
        record('A', '<mets xmlns="http://www.loc.gov/METS/"><x>1</x></mets>'),
        record('B', ''),
        record('C', eadOf('y')),
      ),
    );
    expect(ofKind(drafts, 'quarantined').map(({ units, problem }) => [units, problem.code])).toEqual([
      [1, 'unknown-format'],
      [1, 'record-empty'],
    ]);
    expect(ofKind(drafts, 'quarantined')[0]?.raw).toBe(
      '<mets xmlns="http://www.loc.gov/METS/"><x>1</x></mets>'.replace(/ xmlns="[^"]*"/, ''),
    );
    expect(ofKind(drafts, 'unit')).toHaveLength(2);
    expect(ofKind(drafts, 'failed')).toEqual([]);
  });

  it('version 1 has the list for its root', async () => {
    const drafts = await read(
      `<i:listRecords xmlns:i="http://www.san.beniculturali.it/icar-import">${record('A', eadOf('x'))}</i:listRecords>`,
    );
    expect(ofKind(drafts, 'source')[0]?.identifier).toBe('A');
  });

  it('broken within: the units met so far are counted', async () => {
    const drafts = await read(icar(record('A', eadOf('x')), record('B', eadOf('y').replace('</dsc>', '</oops>'))));
    expect(drafts.at(-1)).toMatchObject({ kind: 'failed', units: 4 });
  });
});

describe('OAI-PMH', () => {
  const oai = (content: string) =>
    `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025</responseDate><request verb="ListRecords">x</request>${content}</OAI-PMH>`;
  const one = (metadata: string, status = '') =>
    `<record><header${status}><identifier>oai:x:1</identifier></header>${metadata && `<metadata>${metadata}</metadata>`}</record>`;

  it('metadata of a known format is a source; other formats are kept aside; deletions are told', async () => {
    const drafts = await read(
      oai(
        `<ListRecords>${one(eadOf('x'))}${one('<dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"><title>T</title></dc>')}${one('', ' status="deleted"')}</ListRecords>`,
      ),
    );
    expect(drafts.map(({ kind }) => kind)).toEqual(['source', 'unit', 'unit', 'sourceEnd', 'quarantined', 'problem']);
    expect(ofKind(drafts, 'problem')[0]?.problem).toMatchObject({
      code: 'oai-deleted',
      severity: 'warning',
      message: expect.stringContaining('oai:x:1'),
    });
  });

  it.each([
    ['<Identify><repositoryName>x</repositoryName></Identify>', /without records/],
    ['<error code="noRecordsMatch">none</error>', /noRecordsMatch none/],
  ])('%s', async (content, reason) => {
    const drafts = await read(oai(content));
    expect(drafts).toMatchObject([
      { kind: 'failed', problem: { code: 'unknown-format', message: expect.stringMatching(reason) } },
    ]);
  });
});
