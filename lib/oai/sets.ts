import { isAble, type Ability, type DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition } from '#lib/records/harvest-selection.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { levels } from '#lib/records/level.ts';

/** A set that is always there. */
export interface NamedSet {
  spec: string;
  name: string;
}

const kinds = { record: 'Records', agent: 'Agents', institution: 'Institutions' } as const;

/** The entities of SAN (CAT-SAN 1.0), by the names that its feeds have. */
const sanSets: readonly { spec: string; name: string; conditions: readonly HarvestCondition[] }[] = [
  { spec: 'ComplessoArchivistico', name: 'SAN: complessi archivistici', conditions: [able('upperLevel')] },
  { spec: 'SoggettoProduttore', name: 'SAN: soggetti produttori', conditions: [able('creator')] },
  {
    spec: 'SoggettoConservatore',
    name: 'SAN: soggetti conservatori',
    conditions: [{ by: 'kind', kinds: ['institution'] }],
  },
  { spec: 'StrumentiRicerca', name: 'SAN: strumenti di ricerca', conditions: [able('findingAid')] },
];

function able(ability: Ability): HarvestCondition {
  return { by: 'ability', ability, ever: false };
}

/** All sets but one for each fonds, in the order in which they are listed. */
export const namedSets: readonly NamedSet[] = [
  { spec: 'entity', name: 'All entities' },
  ...Object.entries(kinds).map(([kind, name]) => ({ spec: `entity:${kind}`, name })),
  { spec: 'level', name: 'Records by level of description' },
  ...levels.map((level) => ({ spec: `level:${level}`, name: `Level: ${level}` })),
  { spec: 'digital', name: 'Digitised records' },
  ...sanSets.map(({ spec, name }) => ({ spec, name })),
  { spec: 'fonds', name: 'Records by fonds' },
];

export const fondsSpec = (id: string): string => `fonds:${id}`;

/** What a set asks for; null where there is no such set. Whoever asks for what stands above gets all below it (OAI-PMH 2.0 §2.6). */
export function conditionsOf(spec: string): readonly HarvestCondition[] | null {
  const [head = '', below, ...more] = spec.split(':');
  if (more.length > 0) return null;
  const san = sanSets.find((set) => set.spec === spec);
  if (san) return san.conditions;
  switch (head) {
    case 'entity': {
      if (below === undefined) return [];
      const kind = (['record', 'agent', 'institution'] as const).find((one) => one === below);
      return kind ? [{ by: 'kind', kinds: [kind] }] : null;
    }
    case 'fonds':
      if (below === undefined) return [{ by: 'kind', kinds: ['record'] }];
      return isIdentifier(below) ? [{ by: 'fonds', id: below }] : null;
    case 'level': {
      if (below === undefined) return [{ by: 'kind', kinds: ['record'] }];
      const level = levels.find((one) => one === below);
      return level ? [{ by: 'level', level }] : null;
    }
    case 'digital':
      return below === undefined ? [able('digital')] : null;
    default:
      return null;
  }
}

/** The sets that a thing is in, or was when it was shown last. */
export function setsOf(row: DisseminatedRow): string[] {
  return [
    `entity:${row.kind}`,
    ...(row.rootId ? [fondsSpec(row.rootId)] : []),
    ...(row.level ? [`level:${row.level}`] : []),
    ...(isAble(row, 'digital') ? ['digital'] : []),
    ...(isAble(row, 'upperLevel') ? ['ComplessoArchivistico'] : []),
    ...(isAble(row, 'creator') ? ['SoggettoProduttore'] : []),
    ...(row.kind === 'institution' ? ['SoggettoConservatore'] : []),
    ...(isAble(row, 'findingAid') ? ['StrumentiRicerca'] : []),
  ];
}
