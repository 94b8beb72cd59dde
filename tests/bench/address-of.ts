import type { SearchRequest } from '#lib/search/search.ts';

/** A request as the address of the JSON interface. */
export function addressOf({ q, filters, from, to, dateMode, within, sort, group, at }: SearchRequest): string {
  const address = new URLSearchParams({ q, dateMode, sort });
  for (const [name, values] of Object.entries(filters)) for (const value of values ?? []) address.append(name, value);
  const given = { from, to, within, group, ...at };
  for (const [name, value] of Object.entries(given)) if (value !== null) address.set(name, String(value));
  return `/api/v1/search?${address}`;
}
