import type { EdmContext, EdmObject, EdmProperty, EdmWebResource } from '#lib/records/edm/edm-object.ts';
import { toEdmObject } from '#lib/records/edm/to-edm-object.ts';
import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { ownLanguage } from '#lib/records/language-tag.ts';
import { europeanaRights, type EuropeanaRights } from '#lib/records/rights-statements.ts';
import { leaf, wrap } from '#lib/records/xml-writing.ts';

/**
 * A digitised unit in the Europeana Data Model, external profile (EDM.xsd, whose order of elements is strict). As Archives Portal Europe maps
 * EAD to it, the object is the unit, part of the unit above, with the first image as what is shown and the others as views. Null, no record: for a
 * unit that is not open, has no reproduction on the web, or none with rights that Europeana takes. A reproduction with other rights stays out. A root
 * without images of its own is given as its finding aid; who asks for it has seen to it that there are images below.
 *
 * `edm:dataProvider` is the institution; `edm:provider`, the aggregator, is the site until an aggregator that harvests it puts its own name.
 *
 * What the model cannot say in it: the place among siblings (`edm:isNextInSequence` orders a unit's images only); dates, professions and
 * places of agents, which are at the agent's own address; the size of an image.
 */
export function toEdm(record: HarvestRecord, site: DisseminatingSite): string | null {
  if (record.visibility !== 'open') return null;
  const object = toEdmObject(record, site.baseUrl);
  if (object.rights !== null) return write(object, record, site);
  const rights = record.ancestors.length === 0 ? europeanaRights(record.rightsUri) : null;
  return rights && write(findingAid(object, rights), record, site);
}

/** The fonds as it is described, a text that is shown at its page. */
function findingAid(object: EdmObject, rights: EuropeanaRights): EdmObject {
  const type: EdmProperty = { name: 'dc:type', value: { text: 'strumento di ricerca', lang: ownLanguage } };
  return { ...object, type: 'TEXT', rights, webResources: [], properties: [...object.properties, type] };
}

function write(object: EdmObject, record: HarvestRecord, site: DisseminatingSite): string {
  const resources = object.webResources.filter(({ rights }) => rights !== null);
  return wrap(
    'rdf:RDF',
    namespaces,
    providedObject(object),
    ...resources.map((resource, at) => webResource(resource, resources[at - 1] ?? null)),
    ...object.contexts.map(context),
    ...resources.map(imageService),
    aggregation(object, resources, record.changedAt, site.name),
  );
}

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:edm': 'http://www.europeana.eu/schemas/edm/',
  'xmlns:ore': 'http://www.openarchives.org/ore/terms/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:skos': 'http://www.w3.org/2004/02/skos/core#',
  'xmlns:svcs': 'http://rdfs.org/sioc/services#',
  'xmlns:doap': 'http://usefulinc.com/ns/doap#',
  'xmlns:wgs84_pos': 'http://www.w3.org/2003/01/geo/wgs84_pos#',
};

const resource = (name: string, address: string): string => wrap(name, { 'rdf:resource': address });

function property({ name, value }: EdmProperty): string {
  return 'resource' in value ? resource(name, value.resource) : leaf(name, value.text, { 'xml:lang': value.lang });
}

/** The properties that EDM's schema wants behind all others, in its order. */
const atTheEnd = ['edm:currentLocation', 'edm:isRelatedTo'] as const;

function providedObject({ about, properties, type }: EdmObject): string {
  const last = atTheEnd.flatMap((name) => properties.filter((one) => one.name === name));
  const first = properties.filter((one) => !last.includes(one));
  return wrap('edm:ProvidedCHO', { 'rdf:about': about }, ...[...first, ...last].map(property), leaf('edm:type', type));
}

function webResource(shown: EdmWebResource, before: EdmWebResource | null): string {
  return wrap(
    'edm:WebResource',
    { 'rdf:about': shown.about },
    leaf('dc:description', shown.label),
    leaf('dc:format', shown.mediaType),
    before === null ? '' : resource('edm:isNextInSequence', before.about),
    shown.rights === null ? '' : resource('edm:rights', shown.rights.uri),
    shown.iiif ? resource('dcterms:isReferencedBy', shown.iiif.manifest) : '',
    shown.iiif ? resource('svcs:has_service', shown.iiif.service) : '',
  );
}

/** How an image is had in parts and sizes, as Europeana's guide to IIIF wants it said. */
const imageService = ({ iiif }: EdmWebResource): string =>
  iiif
    ? wrap(
        'svcs:Service',
        { 'rdf:about': iiif.service },
        resource('dcterms:conformsTo', 'http://iiif.io/api/image'),
        resource('doap:implements', 'http://iiif.io/api/image/3/level2.json'),
      )
    : '';

function context(thing: EdmContext): string {
  const { about, label, lang } = thing;
  const named = leaf('skos:prefLabel', label, { 'xml:lang': lang });
  const of = { 'rdf:about': about };
  switch (thing.class) {
    case 'edm:Agent':
      return wrap('edm:Agent', of, named);
    case 'edm:Place': {
      const { coordinates } = thing;
      const point = coordinates
        ? leaf('wgs84_pos:lat', String(coordinates.latitude)) + leaf('wgs84_pos:long', String(coordinates.longitude))
        : '';
      return wrap('edm:Place', of, point, named);
    }
    case 'edm:TimeSpan':
      return wrap('edm:TimeSpan', of, named, leaf('edm:begin', thing.begin), leaf('edm:end', thing.end));
    case 'skos:Concept':
      return wrap(
        'skos:Concept',
        of,
        named,
        leaf('skos:note', thing.note),
        thing.scheme === null ? '' : resource('skos:inScheme', thing.scheme),
      );
  }
}

function aggregation(
  object: EdmObject,
  resources: readonly EdmWebResource[],
  changedAt: string,
  provider: string,
): string {
  const media = resources.filter(({ kind }) => kind !== null);
  const [shown, ...views] = media;
  const image = media.find(({ kind }) => kind === 'image');
  return wrap(
    'ore:Aggregation',
    { 'rdf:about': `${object.about}#aggregation` },
    resource('edm:aggregatedCHO', object.about),
    leaf('edm:dataProvider', object.dataProvider.name, { 'xml:lang': object.dataProvider.lang }),
    ...views.map(({ about }) => resource('edm:hasView', about)),
    resource('edm:isShownAt', object.landingPage),
    shown ? resource('edm:isShownBy', shown.about) : '',
    image ? resource('edm:object', image.about) : '',
    leaf('edm:provider', provider),
    object.rights === null ? '' : resource('edm:rights', object.rights.uri),
    leaf('dcterms:modified', changedAt),
  );
}
