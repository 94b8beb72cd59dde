import { toMarkup } from '#lib/records/markup-text.ts';
import { oaiError, type OaiError } from './errors.ts';
import type { Provider } from './provider.ts';
import { fondsSpec, namedSets } from './sets.ts';

const setXml = (spec: string, name: string): string =>
  `<set><setSpec>${spec}</setSpec><setName>${toMarkup(name)}</setName></set>\n`;

/** The sets: those that are always there, then the fonds by their ids, a page at a time. */
export async function listSetsXml(
  { store, tokens, pages }: Provider,
  resumptionToken: string | null,
): Promise<string | OaiError> {
  const token = resumptionToken === null ? null : tokens.read(resumptionToken);
  if (resumptionToken !== null && token?.verb !== 'ListSets')
    return oaiError('badResumptionToken', 'The resumptionToken is of no list of sets that we gave.');
  const after = token?.verb === 'ListSets' ? token : { id: '', cursor: 0 };
  const found = await store.fonds(after.id, pages.sets + 1);
  const fonds = found.slice(0, pages.sets);
  const last = fonds.at(-1);
  const named = token === null ? namedSets : [];
  const more = found.length > pages.sets && last;
  const next = more
    ? tokens.write({ verb: 'ListSets', id: last.id, cursor: after.cursor + named.length + fonds.length })
    : '';
  return `<ListSets>
${named.map(({ spec, name }) => setXml(spec, name)).join('')}${fonds.map(({ id, title }) => setXml(fondsSpec(id), title)).join('')}${
    more || token ? `<resumptionToken cursor="${after.cursor}">${next}</resumptionToken>\n` : ''
  }</ListSets>
`;
}
