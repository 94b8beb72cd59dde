import { describe, expect, it } from 'vitest';
import { day, moment } from '#lib/records/rdf/dates.ts';
import { idIri, partIri, webIri } from '#lib/records/rdf/iri.ts';
import { languageAddress, languageTag } from '#lib/records/rdf/language-tag.ts';
import { toLine, toLines, unique } from '#lib/records/rdf/lines.ts';
import { node, text, typed } from '#lib/records/rdf/terms.ts';

describe('addresses as names', () => {
  it.each([
    ['https://www.wikidata.org/entity/Q617', 'https://www.wikidata.org/entity/Q617'],
    ['http://dati.beniculturali.it', 'http://dati.beniculturali.it'],
    [' https://viaf.org/viaf/1 ', 'https://viaf.org/viaf/1'],
    ['https://x.it/a b', 'https://x.it/a%20b'],
    ['https://x.it/è', 'https://x.it/%C3%A8'],
    ['https://x.it/100%', 'https://x.it/100%25'],
    ['https://x.it/a[1]', 'https://x.it/a%5B1%5D'],
    ['https://x.it/?q={a}|b', 'https://x.it/?q=%7Ba%7D%7Cb'],
    ['http://[2001:db8::1]/x', 'http://[2001:db8::1]/x'],
    ['https://x.it/a#b#c', null],
    ['https://x.it/<a>', 'https://x.it/%3Ca%3E'],
    ['https://user:secret@x.it/', null],
    ['javascript:alert(1)', null],
    ['urn:isbn:1', null],
    ['x.it', null],
    ['http://', null],
    ['', null],
    [null, null],
  ])('%s', (given, made) => expect(webIri(given)?.value ?? null).toBe(made));

  it('what is ours is whole whatever it is called', () => {
    expect(idIri('https://a.it', 'b 1').value).toBe('https://a.it/id/b%201');
    expect(partIri(node('https://a.it/id/1'), 'ü').value).toBe('https://a.it/id/1#%C3%BC');
  });
});

describe('days and moments', () => {
  it.each([
    ['1418-01-01', 'date'],
    ['0001-12-31', 'date'],
    ['2000-02-29', 'date'],
    ['1900-02-29', 'string'],
    ['0000-01-01', 'string'],
    ['1418-13-01', 'string'],
    ['1418', 'string'],
    ['sec. XV', 'string'],
  ])('%s is a %s', (value, type) => {
    expect(day(value)).toMatchObject({ value, datatype: { value: `http://www.w3.org/2001/XMLSchema#${type}` } });
  });
  it('nothing stays nothing', () => expect([day(null), day(''), moment(null)]).toEqual([null, null, null]));
  it('moments are in UTC and to the second', () => {
    expect(moment('2026-11-20T10:00:00.9+01:00')?.value).toBe('2026-11-20T09:00:00Z');
    expect(moment('domani')?.datatype.value).toMatch(/#string$/);
  });
});

describe('languages', () => {
  it.each([
    ['ita', 'it'],
    ['it', 'it'],
    ['LAT', 'la'],
    ['vec', 'vec'],
    ['en-GB', 'en-gb'],
    ['italiano', null],
    ['', null],
    [null, null],
  ])('%s is tagged %s', (given, tag) => expect(languageTag(given)).toBe(tag));
  it('of the material, by an address', () => {
    expect(languageAddress('lat')).toBe('http://id.loc.gov/vocabulary/iso639-2/lat');
    expect(languageAddress('?')).toBeNull();
  });
});

describe('lines', () => {
  const [s, p] = [node('https://a.it/1'), node('https://a.it/p')];
  it.each([
    [text('a'), '"a"'],
    [text('a', 'it'), '"a"@it'],
    [typed('1', 'integer'), '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'],
    [text('"\\\n\t'), '"\\"\\\\\\n\\t"'],
    [text('\u0000\ud800\ufffe'), '"\ufffd\ufffd\ufffd"'],
    [text('a\r\nb\rc'), '"a\\nb\\nc"'],
  ])('%j', (object, written) => {
    if (!object) throw new Error('no text');
    expect(toLine({ subject: s, predicate: p, object })).toBe(`<https://a.it/1> <https://a.it/p> ${written} .\n`);
  });
  it('a graph is a set', () => {
    const twice = [1, 2].map(() => ({ subject: s, predicate: p, object: s }));
    expect(unique(twice)).toHaveLength(1);
    expect([...toLines(twice, s)]).toEqual(['<https://a.it/1> <https://a.it/p> <https://a.it/1> <https://a.it/1> .\n']);
  });
  it('blank is nothing', () => expect([text('  '), text(''), text(undefined)]).toEqual([null, null, null]));
});
