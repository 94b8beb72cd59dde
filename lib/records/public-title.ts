import { agentNameKey } from './agent-name.ts';

/** What a public title is drafted from; a place is given where it is known apart from the title. */
export interface TitleParts {
  /** What the affair was: the type of procedure, or the class of the titolario. */
  kind: string;
  place: string | null;
  year: string | null;
}

/** Who takes part in an affair, as far as a title must not name them. */
export interface Named {
  name: string;
  taxCode: string | null;
}

/** What of the parties stands in a title: a whole name or a tax code may never, single words may where they mean something else. */
export interface NamesFound {
  whole: string[];
  words: string[];
}

/** Never from the registered subject nor from names; a place that names somebody is left out. */
export function draftPublicTitle({ kind, place, year }: TitleParts, parties: readonly Named[]): string {
  const said = [kind, place, year].filter((part) => part !== null && part !== '');
  const title = said.join(', ');
  const { whole, words } = namesInTitle(title, parties);
  return whole.length + words.length === 0 ? title : [kind, year].filter((part) => part !== null).join(', ');
}

/** Short words and those that stand in every second name of a firm say nothing of anybody. */
const empty = new Set(
  'di de del della delle dei degli da dal dalla la le lo gli il san santa e ed srl srls spa snc sas soc coop ditta impresa studio via'.split(
    ' ',
  ),
);

/** Looks in a title for the names and tax codes of the parties, whatever accents, case or order they are written in. */
export function namesInTitle(title: string, parties: readonly Named[]): NamesFound {
  const inTitle = new Set(agentNameKey(title).split(' '));
  const whole = new Set<string>();
  const words = new Set<string>();
  for (const { name, taxCode } of parties) {
    if (taxCode && agentNameKey(title).replaceAll(' ', '').includes(agentNameKey(taxCode))) whole.add(taxCode);
    const telling = agentNameKey(name)
      .split(' ')
      .filter((word) => word.length > 1 && !empty.has(word));
    const found = telling.filter((word) => inTitle.has(word));
    if (found.length > 0 && found.length === telling.length) whole.add(name);
    else for (const word of found) words.add(word);
  }
  return { whole: [...whole], words: [...words] };
}
