import { describe, expect, it } from 'vitest';
import { toOaiDc } from '#lib/projections/oai-dc.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import type { AgentLink } from '#lib/records/public-views.ts';
import { harvestRecord } from '#tests/builders/harvest-record.ts';

const site = { baseUrl: 'https://site.test', oaiDomain: 'site.test', name: 'Sito', contact: 'a@site.test' };
const of = (more: Partial<HarvestRecord> & { note?: string } = {}): string[] =>
  [...toOaiDc({ kind: 'record', value: harvestRecord(more) }, site).matchAll(/<dc:(\w+)[^>]*>([^<]*)</g)].map(
    ([, name, value]) => `${name}: ${value}`,
  );
const agent = (role: AgentLink['role'], name: string): AgentLink => ({
  id: 'agent000',
  name,
  kind: 'person',
  role,
  label: null,
  dates: null,
});

describe('oai_dc', () => {
  it('tells what a unit is, where it is and in what it is', () => {
    expect(of({ note: 'Case e campi' })).toEqual([
      'title: Registro d’estimo del quartiere Duomo',
      'description: Case e campi',
      'publisher: Archivio di Stato di Padova',
      'date: 1418',
      'type: file',
      'type: registro',
      'identifier: https://site.test/id/12345678',
      'identifier: b. 12',
      'source: Archivio di Stato di Padova, Estimi, Estimo del 1418',
      'relation: https://site.test/id/series00',
      'coverage: 1418-01-01/1418-12-31',
    ]);
  });

  it('gives each agent its part; creators and languages of those above where there are none', () => {
    const from = { id: 'root0000', title: 'Estimi', level: 'fonds' as const };
    const inherited = {
      elements: {},
      languages: { from, value: ['lat'] },
      creators: { from, value: [agent('creator', 'Comune')] },
    };
    expect(of({ inherited })).toEqual(expect.arrayContaining(['creator: Comune', 'language: lat']));
    const own = of({
      inherited,
      agents: [agent('creator', 'Notaio'), agent('subject', 'Tizio'), agent('author', 'Caio')],
    });
    expect(own).toEqual(expect.arrayContaining(['creator: Notaio', 'subject: Tizio', 'contributor: Caio']));
    expect(own).not.toContain('creator: Comune');
  });

  it('says from when what is kept back may be read', () => {
    expect(of({ visibility: 'described', consultableFrom: '2031-01-01' })).toContain(
      'rights: Consultabile dal 2031-01-01',
    );
    expect(of({ rightsUri: 'http://rightsstatements.org/vocab/CNE/1.0/' })).toContain(
      'rights: http://rightsstatements.org/vocab/CNE/1.0/',
    );
  });

  it('writes what XML has no character for as one that it has', () => {
    const xml = toOaiDc(
      { kind: 'record', value: harvestRecord({ title: 'A\u0000\uD800]]><&"', titleLang: '"x"' }) },
      site,
    );
    expect(xml).toContain('<dc:title>A\uFFFD\uFFFD]]&gt;&lt;&amp;&quot;</dc:title>');
  });
});
