/** Vocabulary of the demonstration holdings: plain typed data, turned into XML by to-ead3, to-eac and to-eag. */

export type Level = 'fonds' | 'subfonds' | 'series' | 'subseries' | 'file' | 'item';

export type UnitType =
  | 'Busta'
  | 'Disegno'
  | 'Fascicolo'
  | 'Filza'
  | 'Mappa'
  | 'Mazzo'
  | 'Pergamena'
  | 'Quaderno'
  | 'Registro'
  | 'Rubrica'
  | 'Scheda'
  | 'Volume'
  | 'Foglio';

/** The closed list of ICAR-IMPORT 2.0 for the state of preservation. */
export type Preservation = 'Pessimo' | 'Mediocre' | 'Discreto' | 'Buono' | 'Ottimo';

export interface Seal {
  nature: 'Sigillo a una faccia' | 'Bolla' | 'Sigillo deperdito' | 'Timbro a umido';
  material: 'Cera' | 'Ceralacca' | 'Piombo' | 'Cera sotto carta' | 'Carta';
  applied: 'Aderente' | 'Pendente';
  text: string;
}

export interface MapFacts {
  kind: 'Mappa' | 'Pianta' | 'Prospetto' | 'Sezione' | 'Profilo' | 'Rilievo' | 'Planimetria';
  technique: 'Disegno' | 'Manoscritto' | 'Litografia' | 'Incisione' | 'Cianografia' | 'Eliografia';
  means: 'Inchiostri policromi' | 'Inchiostro nero' | 'Acquerello' | 'Tecnica mista' | 'Matita' | 'Penna';
  scale: string;
  north?: 'Nord' | 'Sud' | 'Est' | 'Ovest' | 'Nord-Est' | 'Nord-Ovest' | 'Sud-Est' | 'Sud-Ovest';
}

export interface Access {
  kind:
    'Liberamente accessibile' | 'Parzialmente accessibile' | 'Non accessibile' | 'Accessibile previa autorizzazione';
  note: string;
}

export interface CreatorLink {
  id: string;
  dates: string;
}

export interface Related {
  title: string;
  text: string;
  fonds?: string;
}

/** What every level may say. Dates are written in archival style; `dates.ts` reads them. */
export interface Description {
  dates?: string;
  dateNote?: string;
  formerCode?: string;
  originalTitle?: boolean;
  type?: UnitType;
  quantity?: number;
  extent?: string;
  extentNote?: string;
  physical?: string;
  support?: string;
  size?: readonly [number, number];
  binding?: string;
  state?: Preservation;
  restoration?: string;
  languages?: readonly string[];
  container?: string;
  scope?: string;
  regesto?: string;
  diplomatic?: string;
  dorsal?: string;
  issuedAt?: string;
  copy?: 'Originale' | 'Copia autentica' | 'Copia semplice' | 'Copia coeva' | 'Minuta';
  seal?: Seal;
  map?: MapFacts;
  persons?: readonly string[];
  bodies?: readonly string[];
  places?: readonly string[];
  families?: readonly string[];
  subjects?: readonly string[];
  access?: Access;
  creators?: readonly CreatorLink[];
  history?: string;
  acquisition?: string;
  arrangement?: string;
  numbering?: string;
  accruals?: string;
  appraisal?: string;
  findingAids?: string;
  sources?: string;
  disagreement?: string;
  note?: string;
  related?: readonly Related[];
  abstracts?: { ita: string; eng: string };
}

export interface Unit extends Description {
  level: Level;
  title: string;
  code?: string;
  children: readonly Unit[];
}

export interface Fonds extends Unit {
  level: 'fonds';
  /** Number of the fonds: its block of identifiers and the key other fonds relate to. */
  number: number;
  slug: string;
  custodian: string;
}

/** A container of units: sub-fonds, series or sub-series. */
export function group(
  level: 'subfonds' | 'series' | 'subseries',
  title: string,
  more: Description,
  children: readonly Unit[],
): Unit {
  return { level, title, ...more, children };
}

/** An archival unit (unità archivistica). */
export function file(
  code: string,
  dates: string,
  title: string,
  scope: string,
  more: Description = {},
  children: readonly Unit[] = [],
): Unit {
  return { level: 'file', code, dates, title, scope, ...more, children };
}

/** A documentary unit (unità documentaria). */
export function item(code: string, dates: string, title: string, scope: string, more: Description = {}): Unit {
  return { level: 'item', code, dates, title, scope, ...more, children: [] };
}

/** Pre-order walk over a unit and all below it. */
export function* walk(unit: Unit): Generator<Unit> {
  yield unit;
  for (const child of unit.children) yield* walk(child);
}
