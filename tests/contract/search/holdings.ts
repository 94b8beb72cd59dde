import type pg from 'pg';
import type { AgentRole } from '#lib/records/agent.ts';
import type { Description, IsadElement } from '#lib/records/description.ts';
import { levels, type Level } from '#lib/records/level.ts';
import type { Visibility } from '#lib/records/phase.ts';

/** A small holding set made by hand: each record is there for a behaviour that the suite names. */
interface Unit {
  id: string;
  parent?: string;
  level: Level;
  title: string;
  code?: string;
  former?: string[];
  unitType?: string;
  dates?: [string, string];
  visibility?: Visibility;
  internal?: boolean;
  digital?: boolean;
  deleted?: boolean;
  object?: string;
  notes?: Partial<Record<IsadElement, string>>;
  internalNote?: string;
  subjects?: string[];
  places?: string[];
  internalSubject?: string;
  languages?: string[];
  otherTitle?: string;
  agents?: { id: string; role: AgentRole; internal?: true }[];
}

export const agents = [
  { id: 'agEstim0', name: "Magistratura dell'Estimo" },
  { id: 'agComun0', name: 'Comune di Padova' },
  { id: 'agSegre0', name: 'Zaccaria Segretissimo' },
];

const byCentury = (id: string, parent: string, number: number): Unit => ({
  id,
  parent,
  level: 'file',
  title: `Registro delle lettere ${number}`,
  code: `L/${number}`,
  unitType: 'registro',
  dates: [`${1500 + number * 10}-01-01`, `${1500 + number * 10}-12-31`],
});

export const units: Unit[] = [
  {
    id: 'fEstimi0',
    level: 'fonds',
    title: 'Estimi',
    code: 'ES',
    dates: ['1405-01-01', '1797-12-31'],
    languages: ['ita'],
    agents: [{ id: 'agEstim0', role: 'creator' }],
    notes: { scopeAndContent: 'Denunce dei beni dei cittadini e dei forestieri.' },
  },
  {
    id: 'sEstimo1',
    parent: 'fEstimi0',
    level: 'series',
    title: 'Estimo del 1418',
    code: 'ES/1',
    dates: ['1418-01-01', '1419-12-31'],
  },
  {
    id: 'iEstimoA',
    parent: 'sEstimo1',
    level: 'item',
    title: 'Estimi',
    code: 'ES/1.1',
    dates: ['1418-03-01', '1418-03-01'],
    subjects: ['Fiscalità'],
    places: ['Padova'],
  },
  {
    id: 'iEstimoB',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Denuncia di Antonio da Monselice',
    code: 'A/10',
    former: ['Vecchio 77.bis'],
    unitType: 'busta',
    digital: true,
    dates: ['1418-01-01', '1418-12-31'],
    notes: {
      scopeAndContent:
        "Beni stimati presso l'archivio della città: <script>alert('x')</script> tre libri dei conti & una casa.",
    },
    subjects: ['Fiscalità', 'Case'],
    places: ['Monselice'],
  },
  {
    id: 'iEstimoC',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Denuncia di Bartolomeo',
    code: 'A/2',
    dates: ['1419-01-01', '1419-12-31'],
  },
  {
    id: 'iDescrib',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Processo riservato',
    visibility: 'described',
    digital: true,
    notes: { conditionsOfAccess: 'Consultabile dal 2040.' },
  },
  {
    id: 'iHidden0',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Fascicolo corrente invisibile',
    visibility: 'hidden',
    object: 'Sanzione a Mario Rossi',
  },
  { id: 'iDeleted', parent: 'sEstimo1', level: 'file', title: 'Fascicolo cancellato', deleted: true },
  {
    id: 'iUndated',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Carte sciolte',
    notes: { note: 'Senza data né segnatura.' },
  },
  {
    id: 'iTwoFace',
    parent: 'sEstimo1',
    level: 'file',
    title: 'Carteggio a due facce',
    code: 'C 1',
    dates: ['1450-01-01', '1750-12-31'],
    internalNote: 'Nota riservatissima del restauratore.',
    internalSubject: 'Furto',
    agents: [{ id: 'agSegre0', role: 'author', internal: true }],
  },
  {
    id: 'fArchiv0',
    level: 'fonds',
    title: 'Archivio della Città di Padova',
    code: 'AC',
    dates: ['1500-01-01', '1799-12-31'],
    languages: ['lat', 'ita'],
    agents: [{ id: 'agComun0', role: 'creator' }],
    otherTitle: 'Civitas Patavina',
  },
  { id: 'sLettere', parent: 'fArchiv0', level: 'series', title: 'Lettere ducali', code: 'AC/L', languages: ['vec'] },
  ...Array.from({ length: 24 }, (_, i) => byCentury(`iLett${String(i).padStart(3, '0')}`, 'sLettere', i + 1)),
  {
    id: 'iSame001',
    parent: 'sLettere',
    level: 'item',
    title: 'Identica',
    code: 'X',
    dates: ['1600-01-01', '1600-12-31'],
  },
  {
    id: 'iSame002',
    parent: 'sLettere',
    level: 'item',
    title: 'Identica',
    code: 'X',
    dates: ['1600-01-01', '1600-12-31'],
  },
  {
    id: 'iSame003',
    parent: 'sLettere',
    level: 'item',
    title: 'Identica',
    code: 'X',
    dates: ['1600-01-01', '1600-12-31'],
  },
  {
    id: 'iGreat00',
    parent: 'sLettere',
    level: 'item',
    title: `Smisurata ${'t'.repeat(3000)} ${'parola '.repeat(1500)}`.trim(),
    code: 'Z'.repeat(800),
    notes: {
      scopeAndContent: Array.from({ length: 700_000 }, (_, i) => `w${i.toString(36)}`).join(' '),
      note: '字'.repeat(100_000),
    },
  },
];

/** Ids that the public may find. */
export const publicIds = units.filter((unit) => unit.visibility !== 'hidden' && !unit.deleted).map(({ id }) => id);

/** Writes the holdings into the tables of the records model. */
export async function insertHoldings(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  await client.query(
    `INSERT INTO eli4u.institution (id, code, name) VALUES ('instTest', 'IT-TEST', 'Archivio di prova')`,
  );
  for (const { id, name } of agents) {
    await client.query(
      `INSERT INTO eli4u.agent (id, kind, authorised_name, name_key) VALUES ($1, 'corporateBody', $2, lower($2))`,
      [id, name],
    );
  }
  for (const [position, unit] of units.entries()) await insertUnit(client, unit, position);
}

export async function insertUnit(client: Pick<pg.ClientBase, 'query'>, unit: Unit, position: number): Promise<void> {
  let root = unit;
  let depth = 0;
  while (root.parent) {
    root = units.find(({ id }) => id === root.parent) ?? { id: root.parent, level: 'other', title: '' };
    depth++;
  }
  const [start, end] = unit.dates ?? [null, null];
  await client.query(
    `INSERT INTO eli4u.record (id, repository_id, parent_id, root_id, position, depth, level, unit_type, reference_code, former_codes, title, object,
       date_start, date_end, date_display, description, internal, visibility, digital, deleted_at)
     VALUES ($1, 'instTest', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      unit.id,
      unit.parent ?? null,
      root.id,
      position,
      depth,
      levels.find((level) => level === unit.level),
      unit.unitType ?? null,
      unit.code ?? null,
      unit.former ?? [],
      unit.title,
      unit.object ?? null,
      start,
      end,
      start && end ? `${Number(start.slice(0, 4))}-${Number(end.slice(0, 4))}` : null,
      JSON.stringify(descriptionOf(unit)),
      unit.internal ?? false,
      unit.visibility ?? 'open',
      unit.digital ?? false,
      unit.deleted ? new Date('2026-01-01') : null,
    ],
  );
  for (const [ordinal, agent] of (unit.agents ?? []).entries()) {
    await client.query(
      `INSERT INTO eli4u.record_agent (record_id, ordinal, agent_id, role, internal) VALUES ($1, $2, $3, $4, $5)`,
      [unit.id, ordinal, agent.id, agent.role, agent.internal ?? false],
    );
  }
}

function descriptionOf(unit: Unit): Partial<Description> {
  const elements: Description['elements'] = {};
  for (const [element, text] of Object.entries(unit.notes ?? {}))
    elements[element as IsadElement] = [{ html: '', text }];
  if (unit.internalNote) elements.archivistsNote = [{ html: '', text: unit.internalNote, internal: true }];
  return {
    elements,
    otherTitles: unit.otherTitle ? [{ title: unit.otherTitle }] : [],
    accessPoints: [
      ...(unit.subjects ?? []).map((label) => ({ kind: 'subject' as const, label })),
      ...(unit.places ?? []).map((label) => ({ kind: 'place' as const, label })),
      ...(unit.internalSubject
        ? [{ kind: 'subject' as const, label: unit.internalSubject, internal: true as const }]
        : []),
    ],
    languages: unit.languages ?? [],
  };
}
