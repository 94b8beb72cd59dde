import { isAble, type Ability, type DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition } from '#lib/records/harvest-selection.ts';
import type {
  DisseminatingSite,
  FindingAidStep,
  HarvestAgent,
  HarvestInstitution,
  HarvestItem,
  HarvestRecord,
} from '#lib/records/harvest-views.ts';

/** What a format shows of a record beside its description; what it does not show is not read for it. */
export interface FormatNeeds {
  digitalObjects: boolean;
  related: boolean;
}

interface FormatFacts {
  prefix: string;
  /** The address of its XML schema, and its namespace. */
  schema: string;
  namespace: string;
  /** What it can be given of: things of these kinds, and of these only what is able. */
  kinds: readonly HarvestItem['kind'][];
  ability: Ability | null;
  needs: FormatNeeds;
}

/** One thing, one document; null where it cannot say it after all. */
export interface ItemFormat extends FormatFacts {
  scope: 'item';
  write(item: HarvestItem, site: DisseminatingSite): string | null;
}

/** A whole finding aid, a part at a time. */
export interface FindingAidFormat extends FormatFacts {
  scope: 'findingAid';
  write(root: HarvestRecord, steps: AsyncIterable<FindingAidStep>, site: DisseminatingSite): AsyncIterable<string>;
}

export type Format = ItemFormat | FindingAidFormat;

const everything: FormatNeeds = { digitalObjects: true, related: true };

type Write<View> = (view: View, site: DisseminatingSite) => string | null;
type Facts = Pick<FormatFacts, 'prefix' | 'schema' | 'namespace'> & { ability?: Ability; needs?: FormatNeeds };

const factsOf = ({ ability = undefined, needs = everything, ...facts }: Facts, kinds: FormatFacts['kinds']) => ({
  ...facts,
  kinds,
  ability: ability ?? null,
  needs,
});

/** A format of records, of agents, of institutions, or of finding aids whole. */
export const ofRecords = (facts: Facts, write: Write<HarvestRecord>): ItemFormat => ({
  ...factsOf(facts, ['record']),
  scope: 'item',
  write: (item, site) => (item.kind === 'record' ? write(item.value, site) : null),
});
export const ofAgents = (facts: Facts, write: Write<HarvestAgent>): ItemFormat => ({
  ...factsOf(facts, ['agent']),
  scope: 'item',
  write: (item, site) => (item.kind === 'agent' ? write(item.value, site) : null),
});
export const ofInstitutions = (facts: Facts, write: Write<HarvestInstitution>): ItemFormat => ({
  ...factsOf(facts, ['institution']),
  scope: 'item',
  write: (item, site) => (item.kind === 'institution' ? write(item.value, site) : null),
});
export const ofAll = (facts: Facts, write: ItemFormat['write']): ItemFormat => ({
  ...factsOf(facts, ['record', 'agent', 'institution']),
  scope: 'item',
  write,
});
export const ofFindingAids = (facts: Facts, write: FindingAidFormat['write']): FindingAidFormat => ({
  ...factsOf({ ability: 'findingAid', ...facts }, ['record']),
  scope: 'findingAid',
  write,
});

/** Whether a thing can be given in a format now. */
export const disseminates = (format: Format, row: DisseminatedRow): boolean =>
  format.kinds.includes(row.kind) && (format.ability === null || isAble(row, format.ability));

/** What the list of a format asks for: also what it could once be given of, so that those who have it hear that it is gone. */
export const conditionsOfFormat = (format: Format): HarvestCondition[] => [
  ...(format.kinds.length < 3 ? [{ by: 'kind' as const, kinds: format.kinds }] : []),
  ...(format.ability === null ? [] : [{ by: 'ability' as const, ability: format.ability, ever: true }]),
];
