import { beginningOf } from '#lib/records/beginning-of.ts';
import type { Note } from '#lib/records/description.ts';
import { imageWithin, manifestOf } from '#lib/records/iiif-addresses.ts';
import { presentationType } from '#lib/records/iiif-resources.ts';
import { objectService } from '#lib/records/object-address.ts';
import type { AgentView, InstitutionView, RecordView } from '#lib/records/public-views.ts';

type Thing = Record<string, unknown>;

const context = 'https://schema.org';
/** Search engines read a sentence or two. */
const longestDescription = 1000;
/** Pixels a side of the image beside a result. */
const thumbnailSide = 400;

const textOf = (notes: readonly Note[] | undefined): string | undefined =>
  beginningOf((notes ?? []).map((note) => note.text).join(' '), longestDescription) || undefined;

/** Only what has a value. */
const thing = (members: Thing): Thing =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** A unit as schema.org's ArchiveComponent; a fonds is also a Collection. */
export function toSchemaOrgRecord(view: RecordView, base: string): Thing {
  const parent = view.ancestors.at(-1);
  const creators = view.agents.filter((agent) => agent.role === 'creator');
  const { elements } = view.description;
  return thing({
    '@context': context,
    '@type': view.ancestors.length === 0 ? ['ArchiveComponent', 'Collection'] : 'ArchiveComponent',
    '@id': `${base}/id/${view.id}`,
    url: `${base}/records/${view.id}`,
    name: view.title,
    identifier: view.referenceCode,
    description: textOf(elements.scopeAndContent ?? elements.abstract),
    temporalCoverage: temporal(view.dates.start, view.dates.end),
    inLanguage: view.description.languages,
    materialExtent: view.description.extents,
    license: view.metadataLicence,
    holdingArchive: {
      '@type': 'ArchiveOrganization',
      '@id': `${base}/id/${view.institution.id}`,
      name: view.institution.name,
    },
    isPartOf: parent && { '@type': 'ArchiveComponent', '@id': `${base}/id/${parent.id}`, name: parent.title },
    creator: creators.map((agent) => ({
      '@type': agentType(agent.kind),
      '@id': `${base}/id/${agent.id}`,
      name: agent.name,
    })),
    about: view.description.accessPoints.map((point) => point.label).slice(0, 50),
    ...imagesOf(view, base),
  });
}

/** The images of a unit at once, as a manifest, and the first that we hold for lists. */
function imagesOf({ id, digitalObjects }: RecordView, base: string): Thing {
  const images = digitalObjects.filter(({ ofImages }) => ofImages === true);
  if (images.length === 0) return {};
  const held = images.find(({ href }) => objectService(href, base) !== null);
  return {
    thumbnailUrl: held && imageWithin(base, held.id, thumbnailSide),
    associatedMedia: {
      '@type': 'MediaObject',
      contentUrl: manifestOf(base, id),
      encodingFormat: presentationType,
    },
  };
}

/** An agent as Person or Organization. */
export function toSchemaOrgAgent(view: AgentView, base: string): Thing {
  const isPerson = view.kind === 'person';
  return thing({
    '@context': context,
    '@type': agentType(view.kind),
    '@id': `${base}/id/${view.id}`,
    url: `${base}/agents/${view.id}`,
    name: view.name,
    alternateName: view.description.otherNames.map((other) => other.name),
    description: textOf(view.description.history),
    [isPerson ? 'birthDate' : 'foundingDate']: yearOf(view.dates.start),
    [isPerson ? 'deathDate' : 'dissolutionDate']: yearOf(view.dates.end),
    sameAs: view.description.links.map((link) => link.href),
  });
}

/** A custodian as ArchiveOrganization. */
export function toSchemaOrgInstitution(view: InstitutionView, base: string): Thing {
  const { description } = view;
  return thing({
    '@context': context,
    '@type': 'ArchiveOrganization',
    '@id': `${base}/id/${view.id}`,
    url: `${base}/institutions/${view.id}`,
    name: view.name,
    alternateName: view.otherNames,
    identifier: view.code,
    description: beginningOf(description.history.join(' '), longestDescription) || undefined,
    address: description.address,
    telephone: description.telephone,
    email: description.email,
    sameAs: description.website,
  });
}

/** JSON-LD for a script element: nothing in it can end the element. */
export function toScriptJson(value: Thing): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

const agentType = (kind: AgentView['kind']): string => (kind === 'person' ? 'Person' : 'Organization');

/** ISO 8601 interval of years, as schema.org's temporalCoverage takes it. */
function temporal(start: string | null, end: string | null): string | undefined {
  const from = yearOf(start);
  const to = yearOf(end);
  if (!from && !to) return undefined;
  return from === to ? from : `${from ?? '..'}/${to ?? '..'}`;
}

const yearOf = (day: string | null): string | undefined => day?.slice(0, 4);
