import { describe, expect, it } from 'vitest';
import { toEdm } from '#lib/projections/edm.ts';
import { bareRecord, fullRecord, harvestSite } from '#tests/builders/harvested.ts';

const cne = 'http://rightsstatements.org/vocab/CNE/1.0/';
const image = (href: string, rightsUri: string | null = null) => ({
  id: 'obj00001',
  href,
  label: null,
  role: null,
  mediaType: null,
  rightsUri,
});
const first = image('https://immagini.esempio.it/1.jpg');
const below = { ancestors: fullRecord().ancestors };
const edm = (more: Parameters<typeof bareRecord>[0]) => toEdm(bareRecord({ ...below, ...more }), harvestSite);
const values = (xml: string | null, name: string): string[] =>
  [...(xml ?? '').matchAll(new RegExp(`<${name}(?: rdf:resource="([^"]*)"/>|[^>]*>([^<]*)<)`, 'g'))].map(
    (found) => found[1] ?? found[2] ?? '',
  );

describe('EDM', () => {
  it.each([
    ['no image', { rightsUri: cne }],
    ['no rights', { digitalObjects: [first] }],
    [
      'rights that Europeana does not take',
      { rightsUri: 'http://rightsstatements.org/vocab/UND/1.0/', digitalObjects: [first] },
    ],
    ['no address on the web', { rightsUri: cne, digitalObjects: [image('/mnt/1.jpg')] }],
    ['a description alone', { rightsUri: cne, digitalObjects: [first], visibility: 'described' as const }],
  ])('there is none with %s', (_, more) => expect(edm(more)).toBeNull());

  it('has all that Europeana wants of a unit of which nothing is said', () => {
    const xml = edm({ rightsUri: 'https://rightsstatements.org/page/CNE/1.0', digitalObjects: [first], title: ' ' });
    expect(values(xml, 'dc:title')).toEqual(['unità archivistica']);
    expect(values(xml, 'dc:type')).toEqual(['unità archivistica']);
    expect(values(xml, 'dc:language')).toEqual(['und']);
    expect(values(xml, 'edm:type')).toEqual(['TEXT']);
    expect(values(xml, 'edm:rights')).toEqual([cne, cne]);
    expect(values(xml, 'edm:dataProvider')).toEqual(['Archivio']);
    expect(values(xml, 'edm:provider')).toEqual([harvestSite.name]);
    expect(values(xml, 'edm:isShownAt')).toEqual([`${harvestSite.baseUrl}/records/unit0009`]);
    expect(xml).not.toMatch(/(?:rdf:about|rdf:resource|xml:lang)=""/);
  });

  it('shows the first reproduction that can be loaded, and the others after it', () => {
    const xml = toEdm(fullRecord(), harvestSite);
    expect(values(xml, 'edm:isShownBy')).toEqual(['https://immagini.esempio.it/duomo/1.jpg']);
    expect(values(xml, 'edm:hasView')).toEqual([
      'https://immagini.esempio.it/duomo/2.jpg?a=1&amp;b=2',
      'https://immagini.esempio.it/duomo.pdf',
    ]);
    expect(xml?.match(/<edm:WebResource /g)).toHaveLength(4);
  });

  it('says of an image that we hold where its service and its manifest are', () => {
    const href = '/iiif/image/bcdf/full/max/0/default.jpg';
    const xml = edm({ rightsUri: cne, digitalObjects: [{ ...image(href), mediaType: 'image/jpeg', ofImages: true }] });
    expect(values(xml, 'edm:isShownBy')).toEqual([`${harvestSite.baseUrl}${href}`]);
    expect(values(xml, 'svcs:has_service')).toEqual([`${harvestSite.baseUrl}/iiif/image/bcdf`]);
    expect(values(xml, 'dcterms:isReferencedBy')).toEqual([
      `${harvestSite.baseUrl}/iiif/presentation/unit0009/manifest.json`,
    ]);
    expect(xml).toContain(`<svcs:Service rdf:about="${harvestSite.baseUrl}/iiif/image/bcdf">`);
  });

  it('leaves out what has other rights than Europeana takes', () => {
    const digitalObjects = [
      image('https://immagini.esempio.it/1.jpg', 'tutti i diritti riservati'),
      image('https://immagini.esempio.it/2.jpg'),
    ];
    const xml = edm({ rightsUri: cne, digitalObjects });
    expect(values(xml, 'edm:isShownBy')).toEqual(['https://immagini.esempio.it/2.jpg']);
    expect(xml).not.toContain('1.jpg');
  });

  it('gives the finding aid of a fonds that has no image of its own', () => {
    const xml = edm({ ancestors: [], level: 'fonds', rightsUri: cne });
    expect(values(xml, 'dc:type')).toEqual(['fondo', 'strumento di ricerca']);
    expect(values(xml, 'edm:isShownBy')).toEqual([]);
    expect(values(xml, 'edm:type')).toEqual(['TEXT']);
  });

  it('knows maps and photographs for images', () => {
    for (const unitType of ['Mappa', 'Disegno', 'fotografia'])
      expect(values(edm({ rightsUri: cne, digitalObjects: [first], unitType }), 'edm:type')).toEqual(['IMAGE']);
    expect(values(edm({ rightsUri: cne, digitalObjects: [image('https://esempio.it/1.mp3')] }), 'edm:type')).toEqual([
      'SOUND',
    ]);
  });
});
