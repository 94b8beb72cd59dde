import { expect, it } from 'vitest';
import { apeBlocks, apePhrase } from '#lib/projections/ape-ead/prose.ts';
import { apeDid } from '#lib/projections/ape-ead/unit.ts';
import { agencyOf } from '#lib/projections/ape-ead/agency.ts';
import { recordView } from './record-view.ts';

it.each<[string, string]>([
  [
    '<p>a <em>b</em> <strong>c</strong><br><sup>d</sup></p>',
    '<p>a <emph render="italic">b</emph> <emph render="bold">c</emph><lb/>d</p>',
  ],
  ['<p><a href="https://x.it/">q<em>u</em>i</a></p>', '<p><extref xlink:href="https://x.it/">qui</extref></p>'],
  [
    '<p><a href="https://x.it/a b#c#d">qui</a></p>',
    '<p><extref xlink:href="https://x.it/a%20b#c%23d">qui</extref></p>',
  ],
  ['<p><a href="https://io:segreto@x.it/">qui</a></p>', '<p>qui</p>'],
  ['<ol><li><p>a</p><p>b</p></li></ol>', '<list type="ordered" numeration="arabic"><item>a<lb/>b</item></list>'],
  ['<dl><dt>1900</dt><dd>nasce</dd></dl>', '<list type="marked"><item>1900: nasce</item></list>'],
  [
    '<table><thead><tr><th>A</th></tr></thead></table>',
    '<table><tgroup cols="1"><tbody><row><entry>A</entry></row></tbody></tgroup></table>',
  ],
  ['<blockquote><p>q</p></blockquote>', '<p>q</p>'],
  ['<ul></ul>', ''],
])('%s', (html, ead) => expect(apeBlocks(html)).toBe(ead));

it('a title has emphasis and nothing else', () =>
  expect(apePhrase('<q>a</q> <em>b</em>')).toBe('«a» <emph render="italic">b</emph>'));

it.each([
  ['https://x.it/1 bis.jpg?a=<b>#c#d', 'https://x.it/1%20bis.jpg?a=%3Cb%3E#c%23d'],
  ['javascript:alert(1)', null],
  ['https://', null],
])('the image at %j is linked at %j: xs:anyURI takes it', (href, address) => {
  const image = { id: 'i', href, label: null, role: null, mediaType: null, rightsUri: null };
  const did = apeDid({ ...recordView(), digitalObjects: [image] }, 'https://archivio.example.it');
  expect(/ xlink:href="([^"]*)"/.exec(did)?.[1] ?? null).toBe(address);
});

it.each([
  ['IT-ASPD', null, 'IT', 'IT-ASPD'],
  ['NL-HaNA', null, 'NL', 'NL-HaNA'],
  ['Archivio di prova', 'it', 'IT', 'IT-Archiviodip'],
  ['', null, 'IT', 'IT-0'],
  ['QQ-1', 'FR', 'FR', 'FR-QQ-1'],
])('the agency of %j in %j', (code, country, countrycode, mainagencycode) => {
  const view = recordView();
  const institution = { ...view.institution, code, description: { ...view.institution.description, country } };
  expect(agencyOf({ ...view, institution })).toEqual({ countrycode, mainagencycode });
});
