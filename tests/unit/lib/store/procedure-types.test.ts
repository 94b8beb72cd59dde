import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';

const today = '2026-11-25';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'eli4u-types-'));
  cpSync('schemas/procedures', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const change = (name: string, how: (text: string) => string, to = name) =>
  writeFileSync(path.join(folder, to), how(readFileSync(path.join(folder, name), 'utf8')));

describe('the published types of procedure', () => {
  it('are those of the demonstration, with catalogue, offices and law', () => {
    const types = createProcedureTypes('schemas/procedures');
    expect(types.listTypes(today)).toHaveLength(16);
    expect(types.findType('patrocinio', today)?.title.it).toBe('Patrocinio del Comune');
    expect(types.findType('constructor', today)).toBeNull();
    expect(types.catalogue().has('filing')).toBe(true);
    expect(types.units().get('suap')?.en).toContain('Business desk');
    expect(types.law().figures.parereDays.values.length).toBeGreaterThan(0);
  });

  it('show no draft, not even one with errors', () => {
    change('types/patrocinio.yaml', (text) => `${text.replace('status: published', 'status: draft')}\nnonsense: 1\n`);
    expect(createProcedureTypes(folder).findType('patrocinio', today)).toBeNull();
  });

  it('change with the day: the newest version in force', () => {
    const second = (text: string) => text.replace('version: 1', 'version: 2').replace("'2023-01-01'", "'2027-01-01'");
    change('types/patrocinio.yaml', second, 'types/patrocinio.v2.yaml');
    const types = createProcedureTypes(folder);
    expect(types.findType('patrocinio', '2026-12-31')?.version).toBe(1);
    expect(types.findType('patrocinio', '2027-01-01')?.version).toBe(2);
    expect(types.findType('patrocinio', '2022-12-31')).toBeNull();
    expect(types.listTypes('2027-01-01')).toHaveLength(16);
  });

  it('are read once', () => {
    const types = createProcedureTypes(folder);
    types.listTypes(today);
    change('types/patrocinio.yaml', () => 'broken: [');
    expect(types.listTypes(today)).toHaveLength(16);
  });

  it('with errors are not shown at all: each error is named with its line', () => {
    change('types/patrocinio.yaml', (text) => text.replace('unit: gabinetto-sindaco', 'unit: nessuno'));
    change('types/iscrizione-nido.yaml', (text) => text.replace('family: ranking', 'family: lottery'));
    change('types/cambio-residenza.yaml', (text) => text, 'types/cambio-residenza.v2.yaml');
    const types = createProcedureTypes(folder);
    expect(() => types.listTypes(today)).toThrow(/types\/iscrizione-nido\.yaml:\d+:\d+ /);
    expect(() => types.listTypes(today)).toThrow(/types\/patrocinio\.yaml:\d+:\d+ unit: "nessuno" is no office/);
    expect(() => types.listTypes(today)).toThrow(/cambio-residenza, version 1 is there twice/);
  });
});
