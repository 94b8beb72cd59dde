import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENTS } from '#ingest/demo/creators.ts';
import { readDate, type DatePoint } from '#ingest/demo/dates.ts';
import { demoHoldings, writeDemoHoldings } from '#ingest/demo/demo.ts';
import { FONDS } from '#ingest/demo/fonds.ts';
import { AGC, ASPD, CUSTODIANS } from '#ingest/demo/institutions.ts';
import { walk, type Unit } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';
import { DEMONSTRATION_NOTE } from '#ingest/demo/ead3/notes.ts';

interface Component {
  id: string | undefined;
  level: string;
  text: string;
}

/** Reads a file with a strict parser: its components with the text that is their own, not their children's. */
function components(xml: string): Component[] {
  const found: Component[] = [];
  const open: Component[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name !== 'c' && tag.name !== 'archdesc') return;
    const unit = { id: tag.attributes['id'], level: tag.attributes['level'] ?? '', text: '' };
    found.push(unit);
    open.push(unit);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'c' || tag.name === 'archdesc') open.pop();
  });
  parser.write(xml).close();
  return found;
}

const files = demoHoldings();
const ead = files.filter(({ name }) => name.startsWith('ead3-'));
const all = ead.flatMap(({ xml }) => components(xml));
const units: Unit[] = FONDS.flatMap((fonds) => [...walk(fonds)]);
const start = (at: DatePoint): string => at.notBefore ?? at.standard;
const end = (at: DatePoint): string => at.notAfter ?? at.standard;

describe('the demonstration holdings', () => {
  it('are well-formed XML', () => {
    for (const { xml } of files) expect(() => components(xml)).not.toThrow();
  });

  it('describe about eight hundred units', () => {
    expect(all.length).toBe(units.length);
    expect(all.length).toBeGreaterThanOrEqual(780);
    expect(all.length).toBeLessThanOrEqual(850);
  });

  it('give every component and every record an identifier of its own', () => {
    const ids = all.map(({ id }) => id).filter((id) => id !== undefined);
    const records = [...FONDS.map(({ number }) => fondsId(number)), ...AGENTS.map(({ id }) => id), ASPD, AGC];
    expect(ids.length).toBe(all.length - FONDS.length);
    expect(new Set([...ids, ...records]).size).toBe(ids.length + records.length);
  });

  it('say of every unit below the series that it is demonstration data', () => {
    const below = all.filter(({ level }) => !['fonds', 'subfonds', 'series'].includes(level));
    const invented = below.filter(({ level }) => level !== 'subseries');
    const silent = [
      ...below.filter(({ text }) => !text.includes('Dato dimostrativo: ')),
      ...invented.filter(({ text }) => !text.includes(DEMONSTRATION_NOTE)),
    ];
    expect(silent).toEqual([]);
  });

  it('never end before they begin', () => {
    const inverted = units.filter(({ dates }) => {
      const { from, to } = readDate(dates ?? 's.d.');
      return from !== undefined && to !== undefined && end(to) < start(from).slice(0, end(to).length);
    });
    expect(inverted.map(({ title }) => title)).toEqual([]);
  });

  it('name both custodians, each with its guide and holdings of its own', () => {
    for (const code of [ASPD, AGC]) {
      expect(files.some(({ name }) => name === `eag-${code.toLowerCase()}.xml`)).toBe(true);
      const held = ead.filter(({ xml }) => xml.includes(`<corpname identifier="${code}">`));
      expect(held.length).toBeGreaterThan(0);
      expect(CUSTODIANS[code]?.citation).not.toBe('');
    }
  });

  it('cite only agents and fonds that exist', () => {
    const agents = new Set(AGENTS.map(({ id }) => id));
    const fonds = new Set(FONDS.map(({ number }) => fondsId(number)));
    for (const unit of units) {
      for (const { id } of unit.creators ?? []) expect(agents).toContain(id);
      for (const entry of unit.related ?? []) if (entry.fonds !== undefined) expect(fonds).toContain(entry.fonds);
    }
    for (const { made, keeps } of AGENTS)
      for (const number of [...made, ...(keeps ?? [])]) expect(fonds).toContain(fondsId(number));
  });

  it('say the same of creation on both sides: in the fonds and in the agent', () => {
    const fromFonds = FONDS.flatMap(({ number, creators }) => (creators ?? []).map(({ id }) => `${id} ${number}`));
    const fromAgents = AGENTS.flatMap(({ id, made }) => made.map((number) => `${id} ${number}`));
    expect(fromAgents.toSorted()).toEqual(fromFonds.toSorted());
  });

  it('count one thing as one: c. 1, not cc. 1', () => {
    const plural = units.filter(({ extent }) =>
      /(?<!\p{L})(cc|pp|bb|voll|regg|fascc|pergg)\. 1(?!\d)/u.test(extent ?? ''),
    );
    expect(plural.map(({ title, extent }) => `${title}: ${extent}`)).toEqual([]);
  });

  it('have no two siblings with one title or one reference code', () => {
    const doubled = units.flatMap(({ children }) => {
      const titles = children.map(({ title, dates }) => `${title} ${dates ?? ''}`);
      const codes = children.map(({ code }) => code).filter((code) => code !== undefined);
      return [titles, codes].flatMap((list) => list.filter((text, index) => list.indexOf(text) !== index));
    });
    expect(doubled).toEqual([]);
  });

  it.each([
    ['129', '135'],
    ['66', '70'],
    ['211', '286'],
    ['10.000', '15.000'],
    ['1530', '1527'],
  ])('report that the sources disagree: %s or %s', (one, other) => {
    const told = FONDS.map(({ disagreement }) => disagreement ?? '');
    expect(told.some((text) => text.includes(one) && text.includes(other))).toBe(true);
  });
});

describe('writing them', () => {
  const folders: string[] = [];
  beforeAll(async () => {
    for (const name of ['first', 'second']) folders.push(await mkdtemp(join(tmpdir(), `demo-${name}-`)));
  });
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  it('gives the same bytes every time, custodians first, then agents, then fonds', async () => {
    const [first = [], second = []] = await Promise.all(folders.map(writeDemoHoldings));
    const read = (paths: string[]): Promise<string[]> => Promise.all(paths.map((path) => readFile(path, 'utf8')));
    expect(first.map((path) => basename(path))).toEqual(second.map((path) => basename(path)));
    expect(await read(first)).toEqual(await read(second));
    const kinds = first.map((path) => basename(path).split('-')[0]);
    expect([...new Set(kinds)]).toEqual(['eag', 'eac', 'ead3']);
  });
});

describe('reading archival dates', () => {
  it.each([
    ['1418', 'single', '1418', undefined],
    ['1546 ott. 15 - 1583 apr. 19', 'range', '1546-10-15', '1583-04-19'],
    ['1630 gen. 1 - 1630 ago. 31', 'range', '1630-01-01', '1630-08-31'],
    ['1885 -', 'open', '1885', undefined],
    ['[1630 ca.]', 'single', '1630', undefined],
    ['sec. XVII-XVIII', 'range', '1601', '1800'],
    ['sec. XVIII', 'range', '1701', '1800'],
    ['sec. XVI in.', 'single', '1501', undefined],
    ['s.d.', 'unknown', undefined, undefined],
  ])('%s', (display, kind, from, to) => {
    const date = readDate(display);
    expect([date.kind, date.from?.standard, date.to?.standard]).toEqual([kind, from, to]);
  });

  it('keeps the limits of a part of a century', () => {
    expect(readDate('sec. XVI in.').from).toMatchObject({ notBefore: '1501', notAfter: '1510' });
  });

  it('refuses what it cannot read', () => {
    expect(() => readDate('un tempo lontano')).toThrow('Data non leggibile');
  });
});
