import { mediaKindOf, mediaTypeOfObject } from '#lib/records/digital-media.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { ownLanguage } from '#lib/records/language-tag.ts';
import { europeanaRights } from '#lib/records/rights-statements.ts';
import { manifestOf } from '#lib/records/iiif-addresses.ts';
import { objectAddress, objectService } from '#lib/records/object-address.ts';
import type { EdmObject, EdmWebResource } from './edm-object.ts';
import { propertiesOf } from './edm-properties.ts';

/**
 * A unit as Europeana's data model has it, whatever its rights: who writes it asks `rights`, who weighs it says what is missing.
 * Reproductions without an address on the web can't be harvested and are left out.
 * @param baseUrl where the site is, without a slash at its end
 */
export function toEdmObject(record: HarvestRecord, baseUrl: string): EdmObject {
  const about = `${baseUrl}/id/${record.id}`;
  const webResources = webResourcesOf(record, baseUrl);
  const { properties, contexts } = propertiesOf(record, baseUrl);
  return {
    about,
    landingPage: `${baseUrl}/records/${record.id}`,
    type: typeOf(record, webResources),
    properties,
    contexts,
    webResources,
    rights: webResources.find(({ rights }) => rights !== null)?.rights ?? null,
    dataProvider: { name: record.institution.name, lang: ownLanguage },
  };
}

/** Each address once, in the order of the object; one's own rights before the unit's. */
function webResourcesOf(record: HarvestRecord, base: string): EdmWebResource[] {
  const found = new Map<string, EdmWebResource>();
  for (const object of record.digitalObjects) {
    const about = objectAddress(object.href, base);
    if (about === null || found.has(about)) continue;
    const mediaType = mediaTypeOfObject(object);
    const service = objectService(object.href, base);
    found.set(about, {
      about,
      label: object.label,
      mediaType,
      kind: mediaKindOf(mediaType),
      rights: europeanaRights(object.rightsUri ?? record.rightsUri),
      pixels: object.size ? object.size.width * object.size.height : null,
      iiif: service === null ? null : { service, manifest: manifestOf(base, record.id) },
    });
  }
  return [...found.values()];
}

/** What one looks at rather than reads. */
const pictures =
  /\b(map|cart(a geo|ograf)|disegn|pianta|planimetri|prospett|fotograf|photo|stamp[ae]\b|incision|litograf|manifest|cartolin|dipint|acquerell|tavol|drawing|print\b|poster)/i;

function typeOf(record: HarvestRecord, resources: readonly EdmWebResource[]): EdmObject['type'] {
  const kinds = new Set(resources.map(({ kind }) => kind));
  if (kinds.has('sound') && !kinds.has('image')) return 'SOUND';
  if (kinds.has('video') && !kinds.has('image')) return 'VIDEO';
  const words = [record.unitType, record.levelLabel, ...genres(record)].filter((word) => word !== null).join(' ');
  return pictures.test(words) ? 'IMAGE' : 'TEXT';
}

const genres = (record: HarvestRecord): string[] =>
  record.description.accessPoints.filter(({ kind }) => kind === 'genre').map(({ label }) => label);
