import { expect, it } from 'vitest';
import { servicesData } from '#lib/http/linked-data/services-data.ts';

it.each([
  ['/servizi', 'text/turtle', '/data/servizi.ttl'],
  ['/servizi/patrocinio', 'application/ld+json', '/data/servizi/patrocinio.jsonld'],
  ['/servizi/patrocinio', 'text/html', null],
  ['/servizi/patrocinio', '*/*', null],
  ['/servizi/patrocinio', null, null],
  ['/servizi/patrocinio', 'image/png', null],
  ['/servizi/tabella', 'text/turtle', null],
  ['/servizi/patrocinio/richiesta', 'text/turtle', null],
  ['/records/b0000001', 'text/turtle', null],
])('%s asked for as %s', (pathname, accept, place) => expect(servicesData(pathname, accept)).toBe(place));
