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

  it('cannot end its script element', () => {
    expect(toScriptJson({ name: '</script><script>alert(1)' })).not.toContain('<');
  });
});
