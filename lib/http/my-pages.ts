import { mySections, type MyPagesAsked, type MySection } from '#lib/store/procedures/my-cases.ts';

/** What the address of Mia Pagina calls the place after which a section goes on. */
export const cursorNames = { needsMe: 'serve', running: 'dopo', concluded: 'concluse' } as const satisfies Record<
  MySection,
  string
>;

/** Of each section on the first page: enough to see at a glance, and the same whoever has three hundred cases; of a section by itself. */
const glance: Record<MySection, number> = { needsMe: 10, running: 10, concluded: 5 };
const whole = 20;

type Query = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * What an address asks of somebody's cases: the first page has something of each section, what follows of one section has the page to itself.
 * Of several cursors the first in the order of the page counts.
 */
export function askedPages(query: Query): { first: boolean; pages: MyPagesAsked } {
  for (const section of mySections) {
    const after = one(query[cursorNames[section]]);
    if (after) return { first: false, pages: { [section]: { after, limit: whole } } };
  }
  return {
    first: true,
    pages: Object.fromEntries(mySections.map((section) => [section, { limit: glance[section] }])),
  };
}
