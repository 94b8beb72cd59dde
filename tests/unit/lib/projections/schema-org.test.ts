import { describe, expect, it } from 'vitest';
import { toSchemaOrgRecord, toScriptJson } from '#lib/projections/schema-org.ts';
import { recordView } from './record-view.ts';

describe('schema.org', () => {
  it('tells of a unit, who keeps it and what it is part of', () => {
    expect(toSchemaOrgRecord(recordView(), 'https://example.org')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ArchiveComponent',
      '@id': 'https://example.org/id/12345678',
      url: 'https://example.org/records/12345678',
      name: 'Registro d’estimo del quartiere Duomo',
      identifier: 'b. 12',
      temporalCoverage: '1418',
      holdingArchive: {
        '@type': 'ArchiveOrganization',
        '@id': 'https://example.org/id/archive0',
        name: 'Archivio di Stato di Padova',
      },
      isPartOf: { '@type': 'ArchiveComponent', '@id': 'https://example.org/id/series00', name: 'Estimo del 1418' },
    });
  });

  it('tells of its images where they are together, and of the first that we hold', () => {
    const image = (id: string, href: string) => ({
      id,
      href,
      label: null,
      role: null,
      mediaType: 'image/jpeg',
      rightsUri: null,
      ofImages: true,
    });
    const others = image('aaaa0001', 'https://immagini.esempio.it/1.jpg');
    const ours = image('aaaa0002', '/iiif/image/aaaa0002/full/max/0/default.jpg');
    const told = (digitalObjects: (typeof ours)[]) =>
      toSchemaOrgRecord({ ...recordView(), digitalObjects }, 'https://example.org');
    expect(told([others, ours])).toMatchObject({
      thumbnailUrl: 'https://example.org/iiif/image/aaaa0002/full/!400,400/0/default.jpg',
      associatedMedia: { contentUrl: 'https://example.org/iiif/presentation/12345678/manifest.json' },
    });
    expect(told([others])['thumbnailUrl']).toBeUndefined();
    expect(told([{ ...others, ofImages: false }])['associatedMedia']).toBeUndefined();
  });

  it('cannot end its script element', () => {
    expect(toScriptJson({ name: '</script><script>alert(1)' })).not.toContain('<');
  });
});
