import { plainText } from './plain-text.ts';
import type { WorkFilter, WorkView } from '#lib/store/procedures/procedure-store.ts';
import { workViews } from '#lib/store/procedures/work-query.ts';

/** What the address of the desk asks for. */
export interface WorkParameters {
  /** Null: whichever has something to do. */
  view: WorkView | null;
  filter: WorkFilter;
  after: string | undefined;
  before: string | undefined;
  /** The case that is open beside the list. */
  open: string | null;
}

const one = (value: string | string[] | undefined): string | undefined => {
  const first = plainText((Array.isArray(value) ? value[0] : value) ?? '').trim();
  return first === '' ? undefined : first.slice(0, 200).toWellFormed();
};

/** Reads them; what nobody knows is passed over. */
export function workParameters(query: Record<string, string | string[] | undefined>): WorkParameters {
  const assignee = one(query['assegnata']);
  return {
    view: workViews.find((view) => view === one(query['vista'])) ?? null,
    filter: {
      type: one(query['tipo']),
      unit: one(query['ufficio']),
      assignee: assignee === 'nessuno' ? null : assignee,
      text: one(query['testo']),
    },
    after: one(query['dopo']),
    before: one(query['prima']),
    open: one(query['pratica']) ?? null,
  };
}

/** The address of the desk for what is asked, and nothing more. */
export function workAddress({ view, filter, after, before, open }: Partial<WorkParameters>): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string | null | undefined) => {
    if (value) query.set(name, value);
  };
  add('vista', view);
  add('tipo', filter?.type);
  add('ufficio', filter?.unit);
  add('assegnata', filter?.assignee === null ? 'nessuno' : filter?.assignee);
  add('testo', filter?.text);
  add('dopo', after);
  add('prima', before);
  add('pratica', open);
  const text = query.toString();
  return text ? `/ufficio?${text}` : '/ufficio';
}
