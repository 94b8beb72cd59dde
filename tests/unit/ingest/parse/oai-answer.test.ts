import { describe, expect, it } from 'vitest';
import { readOaiAnswer } from '#ingest/parse/oai-answer.ts';
import { oaiDeleted, oaiError, oaiRecord, identify, listRecords } from '#tests/builders/oai-provider.ts';
import { read } from './read-text.ts';

const readText = (text: string, piece = 7) =>
  readOaiAnswer(
    (async function* () {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })(),
  );
const nothing = { error: null, granularity: null, prefixes: [], records: 0, resumptionToken: null };

describe('what an answer of OAI-PMH says beside its records', () => {
  it.each([
    ['who answers', identify('YYYY-MM-DD'), { granularity: 'YYYY-MM-DD' }],
    [
      'a page, and where it goes on',
      listRecords(oaiRecord('a', '<x/>') + oaiDeleted('b'), ' t&amp;1 '),
      { records: 2, resumptionToken: 't&1' },
    ],
    ['the last page', listRecords(oaiRecord('a', '<x/>'), ''), { records: 1 }],
    ['an error', oaiError('noRecordsMatch'), { error: { code: 'noRecordsMatch', message: 'so' } }],
    [
      'what lies in a record is not the envelope’s',
      listRecords(
        oaiRecord(
          'a',
          '<y><resumptionToken>no</resumptionToken><record/><error code="x"/><responseDate>1</responseDate></y>',
        ),
      ),
      { records: 1 },
    ],
  ])('%s', async (_name, text, said) =>
    expect(await readText(text)).toEqual({ ...nothing, responseDate: '2026-11-26T10:00:00Z', ...said }),
  );

  it.each([
    ['a page of the web', '<html><body/></html>', 'no XML'],
    ['half an answer', '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><a>', 'not well-formed'],
    ['another namespace', '<OAI-PMH xmlns="http://x.it/"/>', 'no answer of OAI-PMH'],
    ['a token without end', listRecords('', 'x'.repeat(20_000)), 'more than 10000 letters'],
  ])('%s is none', async (_name, text, reason) => {
    await expect(readText(text, 100)).rejects.toThrow(reason);
  });
});

describe('records of a harvest', () => {
  const ead =
    '<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>x</recordid></control><archdesc level="fonds"><did><unittitle>T</unittitle></did></archdesc></ead>';
  const page = listRecords(oaiRecord('oai:x:1', ead) + oaiDeleted('oai:x:2'));

  it('are told with the names that the provider gives them', async () => {
    expect(await read(page, { harvested: true })).toMatchObject([
      { kind: 'origin', identifier: 'oai:x:1' },
      { kind: 'source', identifier: 'x' },
      { kind: 'unit' },
      { kind: 'sourceEnd' },
      { kind: 'withdrawn', identifier: 'oai:x:2' },
    ]);
  });
  it('of a file are not', async () => {
    expect((await read(page)).map(({ kind }) => kind)).toEqual(['source', 'unit', 'sourceEnd', 'problem']);
  });
});
