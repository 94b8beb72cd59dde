import type { EdmContext, EdmObject, EdmPropertyName, EdmValue } from './edm-object.ts';
import type { Lift } from './lifts.ts';

/** Europeana's metadata tiers; `0` where not even A is reached. */
export const metadataTiers = ['0', 'A', 'B', 'C'] as const;
export type MetadataTier = (typeof metadataTiers)[number];

export interface WeighedMetadata {
  /** The least of the three dimensions. */
  tier: MetadataTier;
  language: MetadataTier;
  enabling: MetadataTier;
  contexts: MetadataTier;
  lifts: Lift[];
}

/**
 * The metadata tier of an object as Europeana computes it (metis-framework, tiers.metadata): languages, enabling elements and contextual classes,
 * the least of which counts.
 */
export function weighMetadata(object: EdmObject): WeighedMetadata {
  const language = languageTier(object);
  const enabling = enablingTier(object);
  const contexts = contextTier(object);
  const tier = least(least(language, enabling.tier), contexts.tier);
  const lifts = [
    ...(language === tier && tier !== 'C' ? (['language'] as const) : []),
    ...(enabling.tier === tier && tier !== 'C' ? enabling.missing : []),
    ...(contexts.tier === tier && tier !== 'C' ? contexts.missing : []),
  ];
  return { tier, language, enabling: enabling.tier, contexts: contexts.tier, lifts: [...new Set(lifts)] };
}

const least = (one: MetadataTier, other: MetadataTier): MetadataTier =>
  metadataTiers.indexOf(one) < metadataTiers.indexOf(other) ? one : other;

/** Properties whose values are words that have a language (LanguageTagStatistics), as far as we write them. */
const inLanguage: readonly EdmPropertyName[] = [
  'dc:description',
  'dc:rights',
  'dc:subject',
  'dc:title',
  'dc:type',
  'dcterms:alternative',
  'dcterms:isPartOf',
  'dcterms:medium',
  'dcterms:provenance',
  'dcterms:references',
  'dcterms:spatial',
  'dcterms:temporal',
  'edm:currentLocation',
  'edm:isRelatedTo',
];

/** By the share of those properties that say their language, themselves or by the label of what they point to. */
function languageTier({ properties, contexts }: EdmObject): MetadataTier {
  const labelled = new Set(
    contexts.filter((one) => one.class !== 'edm:Agent' && one.lang !== null).map(({ about }) => about),
  );
  const says = (value: EdmValue) => ('resource' in value ? labelled.has(value.resource) : value.lang !== null);
  const there = inLanguage.filter((name) => properties.some((one) => one.name === name));
  const tagged = there.filter((name) => properties.some((one) => one.name === name && says(one.value)));
  const share = there.length === 0 ? 0 : tagged.length / there.length;
  return share < 0.25 ? '0' : share < 0.5 ? 'A' : share < 0.75 ? 'B' : 'C';
}

type Group = 'temporal' | 'conceptual' | 'personal' | 'geographical';

/** Elements by which people find (EnablingElement); of others that it counts we write none. */
const enablingElements: readonly { name: EdmPropertyName; group: Group; lift: Lift | null }[] = [
  { name: 'dcterms:created', group: 'temporal', lift: 'date' },
  { name: 'dcterms:temporal', group: 'temporal', lift: 'span' },
  { name: 'dc:type', group: 'conceptual', lift: 'type' },
  { name: 'dcterms:medium', group: 'conceptual', lift: 'medium' },
  { name: 'dc:creator', group: 'personal', lift: 'creator' },
  { name: 'dcterms:spatial', group: 'geographical', lift: 'place' },
  { name: 'edm:currentLocation', group: 'geographical', lift: null },
];

const groupOfClass: Record<EdmContext['class'], Group> = {
  'edm:Agent': 'personal',
  'edm:Place': 'geographical',
  'edm:TimeSpan': 'temporal',
  'skos:Concept': 'conceptual',
};

/** A: one element; B: three of two groups; C: four of two. A subject counts where it points to something described beside. */
function enablingTier({ properties, contexts }: EdmObject): { tier: MetadataTier; missing: Lift[] } {
  const has = (name: EdmPropertyName) => properties.some((one) => one.name === name);
  const found = enablingElements.filter(({ name }) => has(name));
  const subjects = properties.flatMap(({ name, value }) =>
    name === 'dc:subject' && 'resource' in value ? contexts.filter(({ about }) => about === value.resource) : [],
  );
  const groups = new Set([...found.map(({ group }) => group), ...subjects.map((one) => groupOfClass[one.class])]);
  const elements = found.length + (subjects.length > 0 ? 1 : 0);
  const missing = enablingElements.flatMap(({ name, lift }) => (lift === null || has(name) ? [] : [lift]));
  return { tier: tierOfElements(elements, groups.size), missing };
}

function tierOfElements(elements: number, groups: number): MetadataTier {
  if (elements >= 4 && groups >= 2) return 'C';
  if (elements >= 3 && groups >= 2) return 'B';
  return elements >= 1 && groups >= 1 ? 'A' : '0';
}

/** By how many classes of things are described well enough beside the object (ContextualClassesClassifier): none A, one B, more C. */
function contextTier({ contexts, properties }: EdmObject): { tier: MetadataTier; missing: Lift[] } {
  const linked = new Set(properties.flatMap(({ value }) => ('resource' in value ? [value.resource] : [])));
  const complete = new Set(contexts.filter((one) => linked.has(one.about) && isComplete(one)).map((one) => one.class));
  const hasConcept = contexts.some((one) => one.class === 'skos:Concept');
  const missing: Lift[] = [
    ...(complete.has('edm:TimeSpan') ? [] : (['span'] as const)),
    ...(complete.has('skos:Concept') ? [] : [hasConcept ? ('vocabularyNote' as const) : ('vocabulary' as const)]),
    ...(complete.has('edm:Place') ? [] : (['coordinates'] as const)),
  ];
  return { tier: complete.size === 0 ? 'A' : complete.size === 1 ? 'B' : 'C', missing };
}

/** An agent would need dates, places of birth and death or a profession, which we leave at its own address. */
function isComplete(thing: EdmContext): boolean {
  switch (thing.class) {
    case 'edm:Agent':
      return false;
    case 'edm:Place':
      return thing.coordinates !== null;
    case 'edm:TimeSpan':
      return true;
    case 'skos:Concept':
      return thing.note !== null;
  }
}
