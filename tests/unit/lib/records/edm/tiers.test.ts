import { describe, expect, it } from 'vitest';
import { weighContent } from '#lib/records/edm/content-tier.ts';
import type { EdmContext, EdmObject, EdmProperty, EdmWebResource } from '#lib/records/edm/edm-object.ts';
import { rankOf, ranksOf, tiersOf } from '#lib/records/edm/europeana-rank.ts';
import { metadataTiers, weighMetadata } from '#lib/records/edm/metadata-tier.ts';
import { toEdmObject } from '#lib/records/edm/to-edm-object.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';
import { bareRecord, fullRecord } from '#tests/builders/harvested.ts';

const rightsOf = (name: string) =>
  europeanaRights(
    name.startsWith('by') || name === 'mark' || name === 'zero'
      ? `http://creativecommons.org/${name.startsWith('by') ? `licenses/${name}/4.0` : `publicdomain/${name}/1.0`}/`
      : `http://rightsstatements.org/vocab/${name}/1.0/`,
  );

const resource = (kind: EdmWebResource['kind'], rights: string, at = 1): EdmWebResource => ({
  about: `https://immagini.esempio.it/${at}`,
  label: null,
  mediaType: null,
  kind,
  rights: rightsOf(rights),
});

const object = (more: Partial<EdmObject>): EdmObject => ({
  about: 'https://esempio.it/id/1',
  landingPage: 'https://esempio.it/records/1',
  type: 'TEXT',
  properties: [],
  contexts: [],
  webResources: [],
  rights: more.webResources?.find(({ rights }) => rights !== null)?.rights ?? null,
  dataProvider: { name: 'Archivio', lang: 'it' },
  ...more,
});

describe('content tier', () => {
  // kind of object, of its reproduction, pixels, rights; tier (Europeana's ImageClassifier, TextClassifier, LicenseType)
  it.each([
    ['IMAGE', 'image', 99_999, 'mark', 0],
    ['IMAGE', 'image', 100_000, 'mark', 1],
    ['IMAGE', 'image', 420_000, 'mark', 2],
    ['IMAGE', 'image', 949_999, 'mark', 2],
    ['IMAGE', 'image', 950_000, 'mark', 4],
    ['IMAGE', 'image', 950_000, 'by-sa', 4],
    ['IMAGE', 'image', 950_000, 'by-nc', 3],
    ['IMAGE', 'image', 950_000, 'NoC-OKLR', 3],
    ['IMAGE', 'image', 950_000, 'InC-EDU', 3],
    ['IMAGE', 'image', 950_000, 'CNE', 2],
    ['IMAGE', 'image', 950_000, 'InC', 2],
    ['IMAGE', 'pdf', 0, 'mark', 0],
    ['TEXT', 'image', 1, 'mark', 1],
    ['TEXT', 'image', 420_000, 'mark', 2],
    ['TEXT', 'image', 950_000, 'NoC-OKLR', 3],
    ['TEXT', 'pdf', 0, 'mark', 4],
    ['TEXT', 'pdf', 0, 'CNE', 2],
    ['TEXT', null, 0, 'mark', 1],
    ['SOUND', 'sound', 0, 'zero', 4],
    ['VIDEO', 'video', 0, 'NoC-NC', 3],
  ] as const)('%s with %s of %i pixels and %s: %i', (type, kind, pixels, rights, tier) => {
    const weighed = weighContent(object({ type, webResources: [resource(kind, rights)] }), () => pixels);
    expect(weighed.tier).toBe(tier);
    expect(weighed.possible).toBe(tier);
  });

  it('takes the best of the reproductions', () => {
    const webResources = [resource('image', 'CNE', 1), resource('image', 'mark', 2)];
    const sizes: Record<string, number> = { 'https://immagini.esempio.it/2': 500_000 };
    expect(weighContent(object({ webResources }), (address) => sizes[address] ?? 950_000).tier).toBe(2);
  });

  it('says what an image of unknown size may reach, and what is missing', () => {
    const weighed = weighContent(object({ type: 'IMAGE', webResources: [resource('image', 'NoC-OKLR')] }), () => null);
    expect(weighed).toEqual({ tier: 0, possible: 3, lifts: ['pixels'] });
    const closed = weighContent(object({ webResources: [resource('image', 'CNE')] }), () => null);
    expect(closed).toEqual({ tier: 1, possible: 2, lifts: ['pixels', 'closedRights'] });
    const small = weighContent(object({ webResources: [resource('image', 'NoC-OKLR')] }), () => 5);
    expect(small).toEqual({ tier: 1, possible: 1, lifts: ['size'] });
    const page = weighContent(object({ webResources: [resource(null, 'NoC-OKLR')] }), () => null);
    expect(page).toEqual({ tier: 1, possible: 1, lifts: ['media'] });
    const unfit = weighContent(object({ webResources: [resource('pdf', 'by')] }), () => null);
    expect(unfit).toEqual({ tier: 4, possible: 4, lifts: ['unfitRights'] });
  });

  it('is nothing without rights, or without an address', () => {
    expect(weighContent(object({ webResources: [resource('image', 'none')] }), () => 950_000).lifts).toEqual([
      'rights',
    ]);
    expect(weighContent(object({}), () => 950_000)).toEqual({ tier: 0, possible: 0, lifts: ['address'] });
  });
});

const words = (name: EdmProperty['name'], lang: string | null = 'it'): EdmProperty => ({
  name,
  value: { text: 'x', lang },
});
const place = (coordinates: boolean): EdmContext => ({
  class: 'edm:Place',
  about: '#place',
  label: 'Padova',
  lang: 'it',
  coordinates: coordinates ? { latitude: 45, longitude: 11 } : null,
});
const span: EdmContext = {
  class: 'edm:TimeSpan',
  about: '#span',
  label: '1418',
  lang: 'it',
  begin: '1418-01-01',
  end: '1418-12-31',
};
const concept = (note: string | null): EdmContext => ({
  class: 'skos:Concept',
  about: '#concept',
  label: 'x',
  lang: 'it',
  scheme: null,
  note,
});
const agent: EdmContext = { class: 'edm:Agent', about: '#agent', label: 'x', lang: null };
const to = (name: EdmProperty['name'], resource: string): EdmProperty => ({ name, value: { resource } });

describe('metadata tier', () => {
  const languageOf = (...properties: EdmProperty[]) => weighMetadata(object({ properties })).language;
  it.each([
    ['0', [words('dc:title', null), words('dc:type', null), words('dc:subject', null), words('dcterms:spatial', null)]],
    ['A', [words('dc:title'), words('dc:type', null), words('dc:subject', null), words('dcterms:spatial', null)]],
    ['B', [words('dc:title'), words('dc:type'), words('dc:subject', null), words('dcterms:spatial', null)]],
    ['C', [words('dc:title'), words('dc:type'), words('dc:subject'), words('dcterms:spatial', null)]],
    ['0', []],
    // Identifiers and dates have no language.
    ['C', [words('dc:title'), words('dc:identifier', null), words('dcterms:created', null)]],
  ] as const)('language %s', (tier, properties) => expect(languageOf(...properties)).toBe(tier));

  it('takes the language of a label for that of what points to it', () => {
    const properties = [to('dcterms:spatial', '#place')];
    expect(weighMetadata(object({ properties, contexts: [place(false)] })).language).toBe('C');
    expect(weighMetadata(object({ properties })).language).toBe('0');
  });

  it.each([
    ['0', ['dc:title']],
    ['A', ['dc:type']],
    ['A', ['dcterms:created', 'dcterms:temporal']],
    ['B', ['dcterms:created', 'dcterms:temporal', 'dc:type']],
    ['C', ['dcterms:created', 'dcterms:temporal', 'dc:type', 'dc:creator']],
    // A subject in words is no enabling element.
    ['A', ['dc:type', 'dc:subject', 'dcterms:medium']],
  ] as const)('enabling elements %s', (tier, names) => {
    const properties = names.map((name) => words(name));
    expect(weighMetadata(object({ properties })).enabling).toBe(tier);
  });

  it('counts a subject that points to something described beside', () => {
    const properties = [words('dcterms:created'), words('dc:type'), to('dc:subject', '#concept')];
    expect(weighMetadata(object({ properties })).enabling).toBe('A');
    expect(weighMetadata(object({ properties, contexts: [concept(null)] })).enabling).toBe('B');
  });

  it.each([
    ['A', []],
    ['A', [agent]],
    ['A', [place(false), concept(null)]],
    ['B', [place(true), agent]],
    ['B', [span]],
    ['B', [concept('Nuovo soggettario')]],
    ['C', [span, place(true)]],
    ['C', [concept('Nuovo soggettario'), place(true), span]],
  ] as const)('contextual classes %s', (tier, contexts) => {
    const properties = contexts.map(({ about }) => to('dc:subject', about));
    expect(weighMetadata(object({ properties, contexts: [...contexts] })).contexts).toBe(tier);
    expect(weighMetadata(object({ contexts: [...contexts] })).contexts, 'nothing points to them').toBe('A');
  });

  it('is the least of the three, and tells what lifts it', () => {
    const weighed = weighMetadata(object({ properties: [words('dc:title'), words('dc:type')] }));
    expect(weighed.tier).toBe('A');
    expect(weighed.lifts).toEqual(['date', 'span', 'medium', 'creator', 'place', 'vocabulary', 'coordinates']);
  });

  it('a unit with all said is of tier C, one with nothing said of A', () => {
    expect(weighMetadata(toEdmObject(fullRecord(), 'https://esempio.it'))).toMatchObject({ tier: 'C', lifts: [] });
    expect(weighMetadata(toEdmObject(bareRecord(), 'https://esempio.it')).tier).toBe('A');
  });
});

describe('ranks', () => {
  it('are tiers in order, and back', () => {
    const all = ([0, 1, 2, 3, 4] as const).flatMap((content) =>
      metadataTiers.map((metadata) => ({ content, metadata })),
    );
    expect(all.map(({ content, metadata }) => rankOf(content, metadata))).toEqual(all.map((_, at) => at + 1));
    expect(all.map(({ content, metadata }) => tiersOf(rankOf(content, metadata)))).toEqual(all);
    expect([0, -1, 21].map(tiersOf)).toEqual([null, null, null]);
  });
  it('are chosen by either tier', () => {
    expect(ranksOf(undefined, undefined)).toHaveLength(21);
    expect(ranksOf('none', undefined)).toEqual([0]);
    expect(ranksOf('none', 'A')).toEqual([]);
    expect(ranksOf(3, undefined)).toEqual([13, 14, 15, 16]);
    expect(ranksOf(undefined, 'C')).toEqual([4, 8, 12, 16, 20]);
  });
});
