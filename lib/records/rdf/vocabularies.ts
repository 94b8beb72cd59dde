import { term, type NamedNode } from './terms.ts';

/** The vocabularies that our graphs speak, by the prefixes under which they go out. */
export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatapit: 'http://dati.gov.it/onto/dcatapit#',
  edm: 'http://www.europeana.eu/schemas/edm/',
  ore: 'http://www.openarchives.org/ore/terms/',
  rico: 'https://www.ica.org/standards/RiC/ontology#',
  ricset: 'https://www.ica.org/standards/RiC/vocabularies/recordSetTypes#',
  'a-arc': 'https://w3id.org/arco/archives/ontology/archival-resource/',
  'a-cd': 'https://w3id.org/arco/ontology/context-description/',
  'a-lite': 'https://w3id.org/arco/ontology/arco-lite/',
  core: 'https://w3id.org/arco/ontology/core/',
  cis: 'http://dati.beniculturali.it/cis/',
  l0: 'https://w3id.org/italia/onto/l0/',
  ti: 'https://w3id.org/italia/onto/TI/',
  cov: 'https://w3id.org/italia/onto/COV/',
  cpsv: 'https://w3id.org/italia/onto/CPSV/',
  sm: 'https://w3id.org/italia/onto/SM/',
} as const;

/** Names as they are asked for, each made once. */
function vocabulary(namespace: string): (name: string) => NamedNode {
  const known = new Map<string, NamedNode>();
  return (name) => {
    let found = known.get(name);
    if (!found) known.set(name, (found = term(namespace, name)));
    return found;
  };
}

export const rdf = vocabulary(namespaces.rdf);
export const rdfs = vocabulary(namespaces.rdfs);
export const owl = vocabulary(namespaces.owl);
export const skos = vocabulary(namespaces.skos);
export const dcterms = vocabulary(namespaces.dcterms);
export const foaf = vocabulary(namespaces.foaf);
export const schema = vocabulary(namespaces.schema);
export const geo = vocabulary(namespaces.geo);
export const vcard = vocabulary(namespaces.vcard);
export const voidOf = vocabulary(namespaces.void);
export const dcat = vocabulary(namespaces.dcat);
export const dcatapit = vocabulary(namespaces.dcatapit);
export const edm = vocabulary(namespaces.edm);
export const ore = vocabulary(namespaces.ore);
export const rico = vocabulary(namespaces.rico);
export const ricset = vocabulary(namespaces.ricset);
export const arc = vocabulary(namespaces['a-arc']);
export const cd = vocabulary(namespaces['a-cd']);
export const lite = vocabulary(namespaces['a-lite']);
export const core = vocabulary(namespaces.core);
export const cis = vocabulary(namespaces.cis);
export const l0 = vocabulary(namespaces.l0);
export const ti = vocabulary(namespaces.ti);
export const cov = vocabulary(namespaces.cov);
export const cpsv = vocabulary(namespaces.cpsv);
