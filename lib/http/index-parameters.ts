import { z } from 'zod';
import type { IndexFilter, IndexOrder, IndexQuery } from '#lib/store/fascicolo-index/fascicolo-index.ts';
import { documentFlows, indexOrders } from '#lib/store/fascicolo-index/index-query.ts';
import { plainText } from './plain-text.ts';

/** What the index of a fascicolo is asked by, as addresses say it. A value that means nothing is as if it had not been given. */
const parametersSchema = z.object({
  parole: z
    .string()
    .max(200)
    .transform((text) => plainText(text).trim())
    .catch(''),
  flusso: z.enum(documentFlows).optional().catch(undefined),
  protocollo: z.enum(['si', 'no']).optional().catch(undefined),
  anno: z.coerce.number().int().min(1000).max(2999).optional().catch(undefined),
  ordine: z.enum(indexOrders).catch('number'),
  dopo: z.string().max(40).optional().catch(undefined),
  prima: z.string().max(40).optional().catch(undefined),
});

export type AskedIndex = Omit<IndexQuery, 'readable' | 'limit'>;

/** Reads filters, order and place of the index of a fascicolo. */
export function readIndexQuery(asked: Readonly<Record<string, string | string[] | undefined>>): AskedIndex {
  const one = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value || undefined]),
  );
  const { parole, flusso, protocollo, anno, ordine, dopo, prima } = parametersSchema.parse(one);
  return {
    words: parole || undefined,
    flow: flusso,
    registered: protocollo === undefined ? undefined : protocollo === 'si',
    year: anno,
    order: ordine,
    after: dopo,
    before: dopo === undefined ? prima : undefined,
  };
}

/** Whether anything is left out. */
export const isFiltered = ({ words, flow, registered, year }: IndexFilter): boolean =>
  words !== undefined || flow !== undefined || registered !== undefined || year !== undefined;

/** The query of an address that asks for this. */
export function indexAddress({ words, flow, registered, year, order, after, before }: AskedIndex): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined) query.set(name, String(value));
  };
  set('parole', words);
  set('flusso', flow);
  set('protocollo', registered === undefined ? undefined : registered ? 'si' : 'no');
  set('anno', year);
  const usual: IndexOrder = 'number';
  set('ordine', order === usual ? undefined : order);
  set('dopo', after);
  set('prima', before);
  return query.size > 0 ? `?${query}` : '';
}
