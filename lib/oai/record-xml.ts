import type { DisseminatedRow } from '#lib/records/dissemination.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { headerXml } from './envelope.ts';
import { disseminates, type FindingAidFormat, type ItemFormat } from './format.ts';
import type { Provider } from './provider.ts';

/** A record of an item format; a deletion where it is gone, or what is read now is no longer what the format says. */
export const itemXml = (
  provider: Provider,
  format: ItemFormat,
  row: DisseminatedRow,
  item: HarvestItem | undefined,
): string =>
  recordXml(
    provider,
    row,
    !row.deleted && disseminates(format, row) && item ? format.write(item, provider.site) : null,
  );

/** A record with its document; without one, a deletion. */
export function recordXml({ site }: Provider, row: DisseminatedRow, given: string | null): string {
  const header = headerXml(site, row, row.stamp, given === null);
  return given === null
    ? `<record>${header}</record>\n`
    : `<record>${header}<metadata>${withoutDeclaration(given)}</metadata></record>\n`;
}

/** A record that is a whole finding aid, a part at a time. */
export async function* findingAidXml(
  { site, store }: Provider,
  format: FindingAidFormat,
  row: DisseminatedRow,
): AsyncGenerator<string> {
  const steps = store.walk(row.id, format.needs)[Symbol.asyncIterator]();
  try {
    const first = !row.deleted && disseminates(format, row) ? await steps.next() : null;
    const root = first && !first.done && first.value.step === 'open' ? first.value.record : null;
    yield `<record>${headerXml(site, row, row.stamp, root === null)}`;
    if (root) {
      yield '<metadata>';
      let begun = false;
      for await (const part of format.write(root, from(first, steps), site)) {
        yield begun ? part : withoutDeclaration(part);
        begun = true;
      }
      yield '</metadata>';
    }
    yield '</record>\n';
  } finally {
    await steps.return?.();
  }
}

/** The steps again from the first, which was looked at. */
async function* from<T>(first: IteratorResult<T> | null, rest: AsyncIterator<T>): AsyncGenerator<T> {
  for (let step = first; step && !step.done; step = await rest.next()) yield step.value;
}

/** In an answer a document is an element among others. */
const withoutDeclaration = (xml: string): string => xml.replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, '');
