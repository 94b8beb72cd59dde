import type { DisseminatingSite } from '#lib/records/harvest-views.ts';

/** A site that disseminates, for tests. */
export const site: DisseminatingSite = {
  baseUrl: 'https://archivio.example.org',
  oaiDomain: 'archivio.example.org',
  name: 'Archivio di prova',
  contact: 'archivio@example.org',
};
