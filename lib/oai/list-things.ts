import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition, HarvestSelection } from '#lib/records/harvest-selection.ts';
import type { ListArguments } from './arguments.ts';
import { headerXml, tokenXml } from './envelope.ts';
import { oaiError, type OaiError } from './errors.ts';
import { conditionsOfFormat, disseminates, type Format } from './format.ts';
import type { Moment, Provider } from './provider.ts';
import { findingAidXml, itemXml } from './record-xml.ts';
import { conditionsOf } from './sets.ts';
import type { ListToken } from './token.ts';

type ListVerb = ListToken['verb'];

/** A finding aid may be as long as a page of thousands. */
const findingAidsOnPage = 1;

/** A list and the place where a page of it begins. */
interface Page {
  verb: ListVerb;
  format: Format;
  selection: HarvestSelection;
  token: ListToken | null;
  set: string | null;
}

/** A page of headers or records, a part at a time; an error where there is none. */
export async function listThings(
  provider: Provider,
  moment: Moment,
  verb: ListVerb,
  asked: { resumptionToken: string } | ({ resumptionToken: null } & ListArguments),
): Promise<AsyncIterable<string> | OaiError> {
  const page =
    asked.resumptionToken === null
      ? pageOf(provider, moment, verb, asked)
      : goOn(provider, verb, asked.resumptionToken);
  if ('code' in page) return page;
  const limit = limitOf(provider, page);
  const after = page.token && { stamp: page.token.stamp, id: page.token.id };
  const found = await provider.store.list(page.selection, after, limit + 1);
  if (found.length === 0 && page.token === null)
    return oaiError('noRecordsMatch', 'Nothing that is disseminated here matches what was asked for.');
  return pageXml(provider, page, found.slice(0, limit), found.length > limit);
}

const limitOf = ({ pages }: Provider, { verb, format }: Page): number => {
  if (verb === 'ListIdentifiers') return pages.headers;
  return format.scope === 'item' ? pages.records : findingAidsOnPage;
};

/** The first page of a list. */
function pageOf(provider: Provider, moment: Moment, verb: ListVerb, asked: ListArguments): Page | OaiError {
  const format = provider.formats.find(({ prefix }) => prefix === asked.metadataPrefix);
  if (!format)
    return oaiError('cannotDisseminateFormat', 'There is no such format; ListMetadataFormats tells those there are.');
  const set = asked.set === null ? [] : conditionsOf(asked.set);
  if (set === null) return oaiError('noRecordsMatch', 'There is no such set; ListSets tells those there are.');
  const until = Math.min(asked.until?.last ?? moment.published, moment.published);
  return {
    verb,
    format,
    set: asked.set,
    token: null,
    selection: selected(format, set, asked.from?.first ?? null, until),
  };
}

/** A further page: all that it asks is in its token. */
function goOn(provider: Provider, verb: ListVerb, text: string): Page | OaiError {
  const token = provider.tokens.read(text);
  const format = token && token.verb === verb ? provider.formats.find(({ prefix }) => prefix === token.prefix) : null;
  if (!token || token.verb !== verb || !format)
    return oaiError('badResumptionToken', 'The resumptionToken is of no such list that we gave.');
  const set = token.set === null ? [] : (conditionsOf(token.set) ?? []);
  return { verb, format, set: token.set, token, selection: selected(format, set, token.from, token.until) };
}

const selected = (
  format: Format,
  set: readonly HarvestCondition[],
  from: number | null,
  until: number,
): HarvestSelection => ({
  conditions: [...conditionsOfFormat(format), ...set],
  stampOf: format.scope,
  from,
  until,
});

async function* pageXml(
  provider: Provider,
  page: Page,
  rows: readonly DisseminatedRow[],
  more: boolean,
): AsyncGenerator<string> {
  yield `<${page.verb}>\n`;
  yield* page.verb === 'ListIdentifiers'
    ? [headers(provider, page.format, rows)]
    : records(provider, page.format, rows);
  yield `${await tokenOf(provider, page, rows, more)}</${page.verb}>\n`;
}

const headers = ({ site }: Provider, format: Format, rows: readonly DisseminatedRow[]): string =>
  rows.map((row) => `${headerXml(site, row, row.stamp, row.deleted || !disseminates(format, row))}\n`).join('');

async function* records(provider: Provider, format: Format, rows: readonly DisseminatedRow[]): AsyncGenerator<string> {
  if (format.scope === 'findingAid') {
    for (const row of rows) yield* findingAidXml(provider, format, row);
    return;
  }
  const wanted = rows.filter((row) => !row.deleted && disseminates(format, row));
  const items = wanted.length > 0 ? await provider.store.items(wanted, format.needs) : [];
  const byId = new Map(items.map((item) => [item.value.id, item]));
  yield rows.map((row) => itemXml(provider, format, row, byId.get(row.id))).join('');
}

/** A list that fits on its page has none. How long it is was counted with its first page. */
async function tokenOf(
  provider: Provider,
  page: Page,
  rows: readonly DisseminatedRow[],
  more: boolean,
): Promise<string> {
  const { token, verb, format, set, selection } = page;
  const last = rows.at(-1);
  if (token === null && !more) return '';
  const cursor = token?.cursor ?? 0;
  const size = token?.size ?? (await provider.store.count(selection));
  if (!more || !last) return tokenXml(null, { cursor, size });
  const next = provider.tokens.write({
    verb,
    prefix: format.prefix,
    set,
    from: selection.from,
    until: selection.until,
    stamp: last.stamp,
    id: last.id,
    cursor: cursor + rows.length,
    size,
  });
  return tokenXml(next, { cursor, size });
}
