import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestCondition, HarvestSelection } from '#lib/records/harvest-selection.ts';
import type { ListArguments } from './arguments.ts';
import { headerXml, tokenXml } from './envelope.ts';
import { oaiError, type OaiError } from './errors.ts';
import { conditionsOfFormat, disseminates, type FindingAidFormat, type Format, type ItemFormat } from './format.ts';
import type { WrittenPage } from './read-ahead.ts';
import type { Moment, Provider } from './provider.ts';
import { findingAidXml, itemXml } from './record-xml.ts';
import { conditionsOf } from './sets.ts';
import type { ListToken } from './token.ts';

type ListVerb = ListToken['verb'];

/** A finding aid may be as long as a page of thousands. */
const findingAidsOnPage = 1;

/** The place where a page of a list begins. */
interface Place {
  selection: HarvestSelection;
  token: ListToken | null;
  set: string | null;
}

/** Finding aids go out as they are read, all else a page at a time. */
type WholePage = ({ verb: 'ListIdentifiers'; format: Format } | { verb: 'ListRecords'; format: ItemFormat }) & Place;
type FindingAidPage = { verb: 'ListRecords'; format: FindingAidFormat } & Place;
type Page = WholePage | FindingAidPage;

const isOfFindingAids = (page: Page): page is FindingAidPage =>
  page.verb === 'ListRecords' && page.format.scope === 'findingAid';

function pageAt(verb: ListVerb, format: Format, place: Place): Page {
  if (verb === 'ListIdentifiers') return { verb, format, ...place };
  return format.scope === 'item' ? { verb, format, ...place } : { verb, format, ...place };
}

/** A page of headers or records, a part at a time; an error where there is none. */
export async function listThings(
  provider: Provider,
  moment: Moment,
  verb: ListVerb,
  asked: { resumptionToken: string } | ({ resumptionToken: null } & ListArguments),
): Promise<string | AsyncIterable<string> | OaiError> {
  if (asked.resumptionToken !== null) {
    const ready = await provider.ahead.take(placeOf(verb, asked.resumptionToken));
    if (ready) return goingOn(provider, verb, ready);
  }
  const page =
    asked.resumptionToken === null
      ? pageOf(provider, moment, verb, asked)
      : goOn(provider, verb, asked.resumptionToken);
  if ('code' in page) return page;
  const { rows, more } = await rowsOf(provider, page);
  if (rows.length === 0 && page.token === null)
    return oaiError('noRecordsMatch', 'Nothing that is disseminated here matches what was asked for.');
  if (isOfFindingAids(page)) return findingAids(provider, page, rows, more);
  const written = await writePage(provider, page, rows, more);
  return page.token === null ? written.xml : goingOn(provider, verb, written);
}

/** Who asks for more than the first page is read ahead for, two pages: while one is taken, the other is there. */
async function* goingOn(provider: Provider, verb: ListVerb, page: WrittenPage): AsyncGenerator<string> {
  yield page.xml;
  const readFor = (token: string) => provider.ahead.begin(placeOf(verb, token), () => readOn(provider, verb, token));
  const readTwo = async (token: string) => {
    const after = (await readFor(token))?.next ?? null;
    if (after !== null) await readFor(after);
  };
  const { next } = page;
  if (next !== null) provider.ahead.plan(() => void readTwo(next));
}

const placeOf = (verb: ListVerb, token: string): string => `${verb} ${token}`;

async function readOn(provider: Provider, verb: ListVerb, token: string): Promise<WrittenPage> {
  const page = goOn(provider, verb, token);
  if ('code' in page) throw new Error(page.message);
  if (isOfFindingAids(page)) throw new Error('finding aids are not read ahead');
  const { rows, more } = await rowsOf(provider, page);
  return writePage(provider, page, rows, more);
}

async function rowsOf(provider: Provider, page: Page): Promise<{ rows: DisseminatedRow[]; more: boolean }> {
  const limit = limitOf(provider, page);
  const after = page.token && { stamp: page.token.stamp, id: page.token.id };
  const found = await provider.store.list(page.selection, after, limit + 1);
  return { rows: found.slice(0, limit), more: found.length > limit };
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
  return pageAt(verb, format, {
    set: asked.set,
    token: null,
    selection: selected(format, set, asked.from?.first ?? null, until),
  });
}

/** A further page: all that it asks is in its token. */
function goOn(provider: Provider, verb: ListVerb, text: string): Page | OaiError {
  const token = provider.tokens.read(text);
  const format = token && token.verb === verb ? provider.formats.find(({ prefix }) => prefix === token.prefix) : null;
  if (!token || token.verb !== verb || !format)
    return oaiError('badResumptionToken', 'The resumptionToken is of no such list that we gave.');
  const set = token.set === null ? [] : (conditionsOf(token.set) ?? []);
  return pageAt(verb, format, {
    set: token.set,
    token,
    selection: selected(format, set, token.from, token.until),
  });
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

async function writePage(
  provider: Provider,
  page: WholePage,
  rows: readonly DisseminatedRow[],
  more: boolean,
): Promise<WrittenPage> {
  const body =
    page.verb === 'ListIdentifiers' ? headers(provider, page.format, rows) : await records(provider, page.format, rows);
  const { xml, next } = await tokenOf(provider, page, rows, more);
  return { xml: `<${page.verb}>\n${body}${xml}</${page.verb}>\n`, next };
}

async function* findingAids(
  provider: Provider,
  page: FindingAidPage,
  rows: readonly DisseminatedRow[],
  more: boolean,
): AsyncGenerator<string> {
  yield `<${page.verb}>\n`;
  for (const row of rows) yield* findingAidXml(provider, page.format, row);
  yield `${(await tokenOf(provider, page, rows, more)).xml}</${page.verb}>\n`;
}

const headers = ({ site }: Provider, format: Format, rows: readonly DisseminatedRow[]): string =>
  rows.map((row) => `${headerXml(site, row, row.stamp, row.deleted || !disseminates(format, row))}\n`).join('');

async function records(provider: Provider, format: ItemFormat, rows: readonly DisseminatedRow[]): Promise<string> {
  const wanted = rows.filter((row) => !row.deleted && disseminates(format, row));
  const items = wanted.length > 0 ? await provider.store.items(wanted, format.needs) : [];
  const byId = new Map(items.map((item) => [item.value.id, item]));
  return rows.map((row) => itemXml(provider, format, row, byId.get(row.id))).join('');
}

/** A list that fits on its page has none. How long it is was counted with its first page. */
async function tokenOf(
  provider: Provider,
  page: Page,
  rows: readonly DisseminatedRow[],
  more: boolean,
): Promise<WrittenPage> {
  const { token, verb, format, set, selection } = page;
  const last = rows.at(-1);
  if (token === null && !more) return { xml: '', next: null };
  const cursor = token?.cursor ?? 0;
  const size = token?.size ?? (await provider.store.count(selection));
  if (!more || !last) return { xml: tokenXml(null, { cursor, size }), next: null };
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
  return { xml: tokenXml(next, { cursor, size }), next };
}
