import { polizze } from '#ingest/demo/polizze.ts';
import { Chance } from './chance.ts';
import { leafLabel, type DemoPage, type DemoPageSet, type DemoPart } from './page-set.ts';
import { fromDenari, registerPage, type Entry } from './register-page.ts';

const code = 'Estimo 1418, reg. 5';
/** The quarters with where their declarations begin, so that those that are described stand in the register too. */
const quarters = [
  { quarter: 'Duomo', heading: 'Quarterio Domi', name: 'Quartiere del Duomo' },
  { quarter: 'Torricelle', heading: 'Quarterio Turriselarum', name: 'Quartiere delle Torricelle' },
  { quarter: 'Ponte Molino', heading: 'Quarterio Pontis Molendinorum', name: 'Quartiere di Ponte Molino' },
  { quarter: 'Ponte Altinate', heading: 'Quarterio Pontis Altinati', name: 'Quartiere di Ponte Altinate' },
] as const;
const streetsOfQuarter = 5;
const pagesOfStreet = [2, 1, 2, 1, 1];
const entriesOfPage = 7;

/** The great register of the first estimo: four quarters, their streets, and who lived there. */
export function estimoSet(): DemoPageSet {
  const pages: DemoPage[] = [];
  const parts: DemoPart[] = [];
  for (const [at, { quarter, heading, name }] of quarters.entries()) {
    const declared = polizze({ year: 1418, code, quarter, start: at * 8, count: 70 }).map(({ title, scope }) => ({
      title,
      scope: scope ?? '',
    }));
    const streets = [...new Set(declared.map(({ title }) => streetOf(title)))].slice(0, streetsOfQuarter);
    const first = pages.length + 1;
    const within: DemoPart[] = [];
    for (const [order, street] of streets.entries()) {
      const inStreet = declared.filter(({ title }) => streetOf(title) === street);
      const from = pages.length + 1;
      for (let page = 0; page < (pagesOfStreet[order] ?? 1); page++) {
        const place = pages.length;
        const entries = inStreet.slice(page * entriesOfPage, (page + 1) * entriesOfPage);
        pages.push({
          label: leafLabel(place),
          sheet: () =>
            registerPage({
              code,
              leaf: Math.floor(place / 2) + 1,
              back: place % 2 === 1,
              heading,
              street: page === 0 ? capital(street) : null,
              entries: entries.map((entry, row) => entryOf(entry, `${place} ${row}`)),
            }),
        });
      }
      within.push({ label: capital(street), from, to: pages.length });
    }
    parts.push({ label: name, from: first, to: pages.length, parts: within });
  }
  return { fonds: 'estimi', code, language: 'ita', paged: true, pages, parts };
}

const streetOf = (title: string): string => /, in (contrada .+)$/.exec(title)?.[1] ?? 'contrada del Duomo';

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function entryOf({ title, scope }: { title: string; scope: string }, seed: string): Entry {
  const chance = new Chance(`${code} ${seed}`);
  const who = title.replace(/^Polizza (?:di|del) ?/, '').replace(/, in contrada .+$/, '');
  const what = /^Denuncia (.+?)\. /.exec(scope)?.[1] ?? scope;
  const notes = [
    'translato in li heredi',
    'solvit',
    'casso per lo offitio',
    'visto, cala soldi quatro',
    'vide a carta xij',
  ] as const;
  return {
    who: capital(who),
    what: `${capital(what)}.`,
    amount: fromDenari(chance.whole(9, 190) * 4),
    note: chance.next() < 0.22 ? chance.pick(notes) : null,
  };
}
