import { mySections } from '#lib/store/procedures/my-cases.ts';
import type { MyTableFilter } from '#lib/store/procedures/procedure-store.ts';
import { plainText } from './plain-text.ts';

type Query = Record<string, string | string[] | undefined>;

/** What the address of the table asks for; what nobody knows is passed over. */
export function myTableParameters(query: Query): { filter: MyTableFilter; after: string | undefined } {
  const one = (name: string): string | undefined => {
    const given = query[name];
    const text = plainText((Array.isArray(given) ? given[0] : given) ?? '')
      .trim()
      .slice(0, 200)
      .toWellFormed();
    return text === '' ? undefined : text;
  };
  const year = one('anno');
  return {
    filter: {
      state: mySections.find((state) => state === one('stato')),
      type: one('tipo'),
      year: year && /^(19|20)\d\d$/.test(year) ? Number(year) : undefined,
      text: one('testo'),
    },
    after: one('dopo'),
  };
}

/** The same, as an address says it. */
export const myTableQuery = ({ state, type, year, text }: MyTableFilter): Record<string, string> => ({
  ...(state ? { stato: state } : {}),
  ...(type ? { tipo: type } : {}),
  ...(year ? { anno: String(year) } : {}),
  ...(text ? { testo: text } : {}),
});
