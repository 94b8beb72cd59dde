import type { AccessPoint, Description, IsadElement, Note } from '#lib/records/description.ts';
import type { AgentLink, InheritableElement, Inherited, RecordView } from '#lib/records/public-views.ts';

/** The areas of ISAD(G), in the order of the standard. */
export const isadAreas = ['identity', 'context', 'content', 'access', 'allied', 'notes', 'control'] as const;
export type IsadArea = (typeof isadAreas)[number];

/** One labelled line of an area; what kind it is decides how it is drawn. */
export type Entry =
  | { kind: 'element'; key: IsadElement; notes: Note[]; from: Inherited<unknown>['from'] | null }
  | {
      kind: 'values';
      key: 'referenceCode' | 'formerCodes' | 'dates' | 'level' | 'extents' | 'containers' | 'identifiers' | 'rights';
      values: string[];
    }
  | { kind: 'otherTitles'; key: 'otherTitles'; titles: Description['otherTitles'] }
  | { kind: 'languages'; key: 'languages'; codes: string[]; from: Inherited<unknown>['from'] | null }
  | { kind: 'creators'; key: 'creators'; agents: AgentLink[]; from: Inherited<unknown>['from'] | null }
  | { kind: 'agents'; key: 'agents'; agents: AgentLink[] }
  | { kind: 'accessPoints'; key: 'accessPoints'; points: AccessPoint[] };

export interface AreaView {
  area: IsadArea;
  entries: Entry[];
}

const elementsOfArea: Record<IsadArea, readonly IsadElement[]> = {
  identity: ['extentAndMedium'],
  context: ['administrativeHistory', 'archivalHistory', 'immediateSource'],
  content: ['abstract', 'scopeAndContent', 'appraisal', 'accruals', 'arrangement', 'filePlan', 'index'],
  access: [
    'conditionsOfAccess',
    'conditionsOfReproduction',
    'legalStatus',
    'languageNote',
    'physicalCharacteristics',
    'findingAids',
    'preferredCitation',
  ],
  allied: ['locationOfOriginals', 'locationOfCopies', 'relatedUnits', 'separatedMaterial', 'publicationNote'],
  notes: ['note'],
  control: ['archivistsNote'],
};

/**
 * A record as its page shows it: ISAD(G) areas that have something, what comes from above marked with its level.
 * @param words dates and level already in words: this folder knows no language
 */
export function toRecordPage(view: RecordView, words: { dates: string | null; level: string }): AreaView[] {
  return isadAreas
    .map((area) => ({ area, entries: entriesOf(view, area, words) }))
    .filter(({ entries }) => entries.length > 0);
}

function entriesOf(view: RecordView, area: IsadArea, words: { dates: string | null; level: string }): Entry[] {
  const elements = elementsOfArea[area].flatMap((key) => elementEntry(view, key));
  if (area === 'identity') return [...identity(view, words), ...elements];
  if (area === 'context') return [...creators(view), ...otherAgents(view), ...elements];
  if (area === 'content') return [...elements, ...accessPoints(view)];
  // Rights are of reproductions: of what has none they say nothing.
  if (area === 'access') {
    const rights = view.digitalObjects.length > 0 ? view.rightsUri : null;
    return [...elements, ...languages(view), ...values('rights', [rights, view.metadataLicence])];
  }
  return elements;
}

function identity(view: RecordView, words: { dates: string | null; level: string }): Entry[] {
  const { description } = view;
  const containers = description.containers.map(({ type, value, label }) =>
    [label ?? type, value].filter(Boolean).join(' '),
  );
  const identifiers = description.identifiers.map(({ value, label }) => (label ? `${label}: ${value}` : value));
  const titles: Entry[] =
    description.otherTitles.length > 0
      ? [{ kind: 'otherTitles', key: 'otherTitles', titles: description.otherTitles }]
      : [];
  return [
    ...values('referenceCode', [view.referenceCode]),
    ...values('formerCodes', view.formerCodes),
    ...titles,
    ...values('dates', [words.dates]),
    ...values('level', [words.level]),
    ...values('extents', description.extents),
    ...values('containers', containers),
    ...values('identifiers', identifiers),
  ];
}

type ValuesKey = Extract<Entry, { kind: 'values' }>['key'];

function values(key: ValuesKey, texts: readonly (string | null)[]): Entry[] {
  const byFold = new Map<string, string>();
  for (const text of texts) if (text) byFold.set(text.toLowerCase(), text);
  const found = [...byFold.values()];
  return found.length > 0 ? [{ kind: 'values', key, values: found }] : [];
}

function elementEntry(view: RecordView, key: IsadElement): Entry[] {
  const own = view.description.elements[key];
  if (own && own.length > 0) return [{ kind: 'element', key, notes: own, from: null }];
  const inherited = view.inherited.elements[key as InheritableElement];
  return inherited ? [{ kind: 'element', key, notes: inherited.value, from: inherited.from }] : [];
}

function creators(view: RecordView): Entry[] {
  const own = view.agents.filter((agent) => agent.role === 'creator');
  if (own.length > 0) return [{ kind: 'creators', key: 'creators', agents: own, from: null }];
  const inherited = view.inherited.creators;
  return inherited ? [{ kind: 'creators', key: 'creators', agents: inherited.value, from: inherited.from }] : [];
}

function otherAgents(view: RecordView): Entry[] {
  const agents = view.agents.filter((agent) => !['creator', 'subject', 'custodian'].includes(agent.role));
  return agents.length > 0 ? [{ kind: 'agents', key: 'agents', agents }] : [];
}

/** Names that are agents of ours are linked as such; the same name is not said twice. */
function accessPoints(view: RecordView): Entry[] {
  const points = view.description.accessPoints;
  return points.length > 0 ? [{ kind: 'accessPoints', key: 'accessPoints', points }] : [];
}

function languages(view: RecordView): Entry[] {
  const own = view.description.languages;
  if (own.length > 0) return [{ kind: 'languages', key: 'languages', codes: own, from: null }];
  const inherited = view.inherited.languages;
  return inherited ? [{ kind: 'languages', key: 'languages', codes: inherited.value, from: inherited.from }] : [];
}
