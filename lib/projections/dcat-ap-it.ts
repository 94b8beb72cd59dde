import type { Comune } from '#lib/procedures/comune.ts';
import { day } from '#lib/records/rdf/dates.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { webIri } from '#lib/records/rdf/iri.ts';
import { node, term, text, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';
import { dcat, dcatapit, dcterms, foaf, vcard } from '#lib/records/rdf/vocabularies.ts';

export interface CatalogFacts {
  /** ISO day on which the holdings changed last. */
  holdingsChanged: string;
  /** ISO day on which a type of procedure was last changed. */
  servicesChanged: string;
  /** What all custodians state of their descriptions; null where they do not, or not the same. */
  licence: string | null;
  /** ISO day of the dump, where there is one. */
  dumpMade: string | null;
}

const eu = (list: string, name: string) => term('http://publications.europa.eu/resource/authority/', `${list}/${name}`);
/** What the national list of licences has for a licence that nobody stated. */
const unknownLicence = node('https://w3id.org/italia/controlled-vocabulary/licences/C1_Unknown');

/** The open data of the site as DCAT-AP_IT (http://dati.gov.it/onto/dcatapit): the catalogue, its datasets and how each is had. */
export function toDcatApIt(
  facts: CatalogFacts,
  comune: Comune,
  site: { name: string; base: string; contact: string | null },
): Statement[] {
  const { base } = site;
  const at = (name: string) => node(`${base}/data/catalog.ttl#${name}`);
  const [catalog, holdings, services] = [at('catalog'), at('holdings'), at('services')];
  const graph = new Graph();
  const body = node(`${base}/servizi#comune`);
  graph
    .type(body, dcatapit('Agent'), foaf('Agent'))
    .add(body, foaf('name'), text(comune.name.it, 'it'))
    .add(body, dcterms('identifier'), text(comune.code));
  graph
    .type(catalog, dcatapit('Catalog'), dcat('Catalog'))
    .add(catalog, dcterms('title'), text(`Dati aperti di ${site.name}`, 'it'))
    .add(catalog, dcterms('description'), text('Descrizioni archivistiche e tipi di procedimento.', 'it'))
    .add(catalog, dcterms('publisher'), body)
    .add(catalog, dcterms('modified'), day(facts.holdingsChanged))
    .add(catalog, dcterms('language'), eu('language', 'ITA'))
    .add(catalog, foaf('homepage'), node(`${base}/`))
    .add(catalog, dcat('themeTaxonomy'), term('http://publications.europa.eu/resource/authority/', 'data-theme'))
    .each(catalog, dcat('dataset'), [holdings, services]);
  const describe = (
    it: NamedNode,
    about: { id: string; title: string; text: string; theme: string; changed: string; often: string },
  ) => {
    graph
      .type(it, dcatapit('Dataset'), dcat('Dataset'))
      .add(it, dcterms('title'), text(about.title, 'it'))
      .add(it, dcterms('description'), text(about.text, 'it'))
      .add(it, dcterms('identifier'), text(`${comune.code}:${about.id}`))
      .add(it, dcterms('modified'), day(about.changed))
      .add(it, dcat('theme'), eu('data-theme', about.theme))
      .add(it, dcterms('accrualPeriodicity'), eu('frequency', about.often))
      .add(it, dcterms('language'), eu('language', 'ITA'))
      .each(it, dcterms('rightsHolder'), [body])
      .add(it, dcterms('publisher'), body)
      .add(it, dcterms('creator'), body);
    if (!site.contact) return;
    const contact = at('contact');
    graph
      .add(it, dcat('contactPoint'), contact)
      .type(contact, dcatapit('Organization'), vcard('Organization'))
      .add(contact, vcard('fn'), text(comune.name.it))
      .add(contact, vcard('hasEmail'), node(`mailto:${encodeURI(site.contact)}`));
  };
  describe(holdings, {
    id: 'archivi',
    title: 'Descrizioni archivistiche',
    text: 'Fondi, serie, unità e documenti con soggetti produttori e istituti che li conservano.',
    theme: 'EDUC',
    changed: facts.holdingsChanged,
    often: 'DAILY',
  });
  describe(services, {
    id: 'procedimenti',
    title: 'Tipi di procedimento',
    text: 'Procedimenti del Comune (D.Lgs. 33/2013 art. 35) e uffici che li trattano.',
    theme: 'GOVE',
    changed: facts.servicesChanged,
    often: 'IRREG',
  });
  const licence = webIri(facts.licence) ?? unknownLicence;
  const distribute = (
    of: NamedNode,
    name: string,
    about: { title: string; access: string; download?: string; format: string; licence: NamedNode },
  ) => {
    const it = at(name);
    graph
      .add(of, dcat('distribution'), it)
      .type(it, dcatapit('Distribution'), dcat('Distribution'))
      .add(it, dcterms('title'), text(about.title, 'it'))
      .add(it, dcat('accessURL'), node(about.access))
      .add(it, dcat('downloadURL'), about.download ? node(about.download) : null)
      .add(it, dcterms('format'), eu('file-type', about.format))
      .add(it, dcterms('license'), about.licence)
      .type(about.licence, dcatapit('LicenseDocument'));
  };
  if (facts.dumpMade)
    distribute(holdings, 'dump', {
      title: 'Tutte le descrizioni in N-Quads (RiC-O)',
      access: `${base}/data/void.ttl`,
      download: `${base}/data/dump.nq.gz`,
      format: 'RDF_N_QUADS',
      licence,
    });
  distribute(holdings, 'oai', { title: 'OAI-PMH', access: `${base}/oai?verb=Identify`, format: 'XML', licence });
  distribute(services, 'services-ttl', {
    title: 'Tipi di procedimento e uffici in Turtle',
    access: `${base}/servizi`,
    download: `${base}/data/servizi.ttl`,
    format: 'RDF_TURTLE',
    licence: unknownLicence,
  });
  distribute(services, 'services-json', {
    title: 'Tipi di procedimento in JSON',
    access: `${base}/api/v1/procedure-types`,
    format: 'JSON',
    licence: unknownLicence,
  });
  return graph.statements;
}
