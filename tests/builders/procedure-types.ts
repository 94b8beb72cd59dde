import { readdirSync, readFileSync } from 'node:fs';
import type { ActivityCatalogue } from '#lib/procedures/types/activity-type.ts';
import type { Graph, Transition } from '#lib/procedures/types/graph.ts';
import type { Effect } from '#lib/procedures/types/effects.ts';
import type { Guard } from '#lib/procedures/types/guards.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { readActivityCatalogue, readProcedureType, readUnits } from '#lib/procedures/types/read-procedure-type.ts';
import type { UnitNames } from '#lib/procedures/types/units.ts';

const folder = 'schemas/procedures';
export const typeFiles = readdirSync(`${folder}/types`).sort();
export const typeText = (file: string): string => readFileSync(`${folder}/types/${file}`, 'utf8');

const read = new Map<string, ProcedureType>();

export function demoType(code: string): ProcedureType {
  const known = read.get(code);
  if (known) return known;
  const { value, problems } = readProcedureType(typeText(`${code}.yaml`), `${code}.yaml`);
  if (!value) throw new Error(`${code}: ${problems.map(({ line, message }) => `${line} ${message.en}`).join('; ')}`);
  read.set(code, value);
  return value;
}

/** The version of a type that a case keeps. */
export const demoVersion = ({ code, version }: { code: string; version: number }): ProcedureType =>
  demoType(version === 1 ? code : `${code}.v${version}`);

export function demoCatalogue(): ActivityCatalogue {
  const { value } = readActivityCatalogue(readFileSync(`${folder}/activities.yaml`, 'utf8'), 'activities.yaml');
  if (!value) throw new Error('the catalogue of activities is not valid');
  return value;
}

export function demoUnits(): UnitNames {
  const { value } = readUnits(readFileSync(`${folder}/units.yaml`, 'utf8'), 'units.yaml');
  if (!value) throw new Error('the units are not valid');
  return value;
}

/** The demonstration type with its graph changed, as an editor would have it halfway. */
export function withGraph(type: ProcedureType, change: (graph: Graph) => Graph): ProcedureType {
  const graph = change(type.graph);
  return { ...type, graph } as ProcedureType;
}

export const transition = (
  from: string,
  to: string,
  guards: readonly Guard[] = [],
  effects: readonly Effect[] = [],
): Transition => ({ from, to, guards, effects });

const text = (words: string) => ({ it: words, en: words });
const source = { act: 'L. 241/1990' };
const common = {
  version: 1,
  status: 'draft',
  validFrom: null,
  validTo: null,
  title: text('Prova'),
  summary: text('Prova.'),
  norms: [source],
  unit: 'suap',
  responsible: 'suap',
  decidingOffice: 'suap',
  informationOffice: 'suap',
  substitute: { office: 'direzione-generale', how: text('Scrivi.'), source },
  information: text('Chiedi.'),
  remedies: [],
  titolario: { title: 'VIII', class: 4 },
  indicators: ['satisfaction'],
  standards: [],
  citizen: { purpose: text('Serve.'), requirements: text('Serve.'), result: text('Serve.') },
};
const filed = {
  initiators: ['citizen'],
  delegation: false,
  channels: ['web'],
  onlineService: { kind: 'available', path: '/servizi/prova' },
  accessPoints: { address: 'none', parcel: 'none', archivalUnit: 'none' },
  fields: [],
  documents: [],
  fees: [],
};
const term = { days: 30, unit: 'calendar', roll: 'next', suspendable: true, source };
const rule = { retention: { disposition: 'unknown', reason: text('Non si sa.') } };
const graph = (outcome: string, effects: readonly string[] = []) => ({
  start: 'filing',
  nodes: { filing: { activity: 'filing' }, registration: { activity: 'registration' } },
  ends: { done: { outcome } },
  transitions: [
    { from: 'filing', to: 'registration', effects },
    { from: 'registration', to: 'done' },
  ],
});

/** The smallest sound type of each family, as its file would say it. */
export const smallTypes: Record<ProcedureType['family'], Record<string, unknown>> = {
  application: {
    ...common,
    ...filed,
    code: 'small-application',
    family: 'application',
    term,
    startNotice: 'receipt',
    silence: { kind: 'none', source },
    preavvisoDiRigetto: { kind: 'applies' },
    outcomes: { granted: rule },
    graph: graph('granted', ['startClock', 'communicateStart']),
  },
  scia: {
    ...common,
    ...filed,
    code: 'small-scia',
    family: 'scia',
    controlWindow: { days: 60, unit: 'calendar', roll: 'none', source },
    outcomes: { consolidated: rule },
    graph: graph('consolidated', ['startClock', 'makeEffective']),
  },
  communication: {
    ...common,
    ...filed,
    code: 'small-communication',
    family: 'communication',
    checks: { how: text('A campione.'), source },
    outcomes: { acknowledged: rule },
    graph: graph('acknowledged'),
  },
  declaration: {
    ...common,
    ...filed,
    code: 'small-declaration',
    family: 'declaration',
    registration: { within: { days: 2, unit: 'working' }, source },
    verification: { ...term, days: 45 },
    silence: { kind: 'none', source },
    preavvisoDiRigetto: { kind: 'applies' },
    outcomes: { confirmed: rule },
    graph: graph('confirmed', ['startClock', 'makeEffective']),
  },
  ranking: {
    ...common,
    ...filed,
    code: 'small-ranking',
    family: 'ranking',
    notice: { window: text('Ogni anno.'), criteria: [text('Punti.')], source },
    outcomes: { admitted: rule },
    graph: graph('admitted'),
  },
  exOfficio: {
    ...common,
    code: 'small-ex-officio',
    family: 'exOfficio',
    startedBy: text('L’ufficio.'),
    term,
    startNotice: 'separate',
    outcomes: { measureTaken: rule },
    graph: {
      ...graph('measureTaken', ['startClock', 'communicateStart']),
      nodes: { filing: { activity: 'assignment' }, registration: { activity: 'startNotice' } },
    },
  },
};
