import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sincroIndex, sincroNamespace, type SincroFacts } from '#lib/projections/sincro-index.ts';

const facts: SincroFacts = {
  packageId: 'fascicolo-abc-1',
  madeAt: '2026-03-02T10:00:00.000Z',
  submitter: { taxCode: '00644060287', name: 'Comune di Padova' },
  description: 'Fascicolo 2026-VI/3.1: scia',
  metadata: [
    ['Oggetto', 'scia'],
    ['Disposizione', null],
  ],
  files: [{ name: 'documenti/00001-x.pdf', sha256: 'ab'.repeat(32), format: 'pdf' }],
};

/** Text of each element by its path of names, as a reader of XML finds it. */
function readBack(xml: string): { path: string; text: string; attributes: Record<string, string>; uri: string }[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: { path: string; text: string; attributes: Record<string, string>; uri: string }[] = [];
  const found: typeof open = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) =>
    open.push({
      path: [...open.slice(-1).map(({ path }) => path), tag.name].join('/'),
      text: '',
      uri: tag.uri,
      attributes: Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value])),
    }),
  );
  parser.on('text', (text) => {
    const here = open.at(-1);
    if (here) here.text += text;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (done) found.push(done);
  });
  parser.write(xml).close();
  return found;
}
const textOf = (xml: string, path: string) => readBack(xml).find((one) => one.path === path)?.text;

describe('the index of a package (SInCRO)', () => {
  it('lists each file with path and hash, and says who delivers what', () => {
    const xml = sincroIndex(facts);
    const file = readBack(xml).find(({ path }) => path === 'PIndex/FileGroup/File');
    expect(file?.attributes).toEqual({ format: 'application/pdf', encoding: 'binary', extension: 'pdf' });
    const foreign = readBack(xml).filter(({ uri }) => uri !== sincroNamespace);
    expect(foreign.every(({ path }) => path.includes('/MoreInfo/EmbeddedMetadata/'))).toBe(true);
    const root = readBack(xml).at(-1)?.attributes;
    expect(root).toMatchObject({ language: 'it', sincroVersion: '2.0', uri: `${sincroNamespace}PIndex.xsd` });
    expect(textOf(xml, 'PIndex/FileGroup/File/Path')).toBe('documenti/00001-x.pdf');
    expect(textOf(xml, 'PIndex/FileGroup/File/Hash')).toBe('ab'.repeat(32));
    expect(textOf(xml, 'PIndex/Process/Submitter/AgentID')).toBe('VATIT-00644060287');
    expect(textOf(xml, 'PIndex/Process/TimeReference/TimeInfo')).toBe(facts.madeAt);
    expect(readBack(xml).filter(({ path }) => path.endsWith('/EmbeddedMetadata/Metadati/Metadato')).length).toBe(1);
  });

  it('is the same for the same facts', () => expect(sincroIndex({ ...facts })).toBe(sincroIndex(facts)));

  it('says whatever text as it is; what XML has no place for is replaced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (description) => {
        const read = textOf(sincroIndex({ ...facts, description }), 'PIndex/PVolume/Description');
        // oxlint-disable-next-line no-control-regex
        expect(read).toBe(
          // eslint-disable-next-line no-control-regex -- they are what XML cannot hold
          description.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'),
        );
      }),
    );
  });
});
