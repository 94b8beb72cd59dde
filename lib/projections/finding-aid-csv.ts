import { csvLine, csvStart } from '#lib/records/csv-line.ts';
import type { FindingAidStep, HarvestRecord } from '#lib/records/harvest-views.ts';

const columns: Record<string, (record: HarvestRecord, base: string) => string | null> = {
  depth: ({ ancestors }) => String(ancestors.length),
  level: ({ level, levelLabel }) => levelLabel ?? level,
  type: ({ unitType }) => unitType,
  referenceCode: ({ referenceCode }) => referenceCode,
  title: ({ title }) => title,
  dates: ({ dates }) => dates.display,
  start: ({ dates }) => dates.start,
  end: ({ dates }) => dates.end,
  extent: ({ description }) => description.extents.join('; '),
  path: ({ ancestors }) => ancestors.map(({ title }) => title).join(' › '),
  custodian: ({ institution }) => institution.name,
  access: ({ visibility }) => visibility,
  digital: ({ digital }) => String(digital),
  url: ({ id }, base) => `${base}/records/${id}`,
};

/** A finding aid as CSV, one line a unit, in the order of the tree. Descriptions are left out: EAD3 has them. */
export async function* toFindingAidCsv(
  steps: AsyncIterable<FindingAidStep>,
  { baseUrl }: { baseUrl: string },
): AsyncGenerator<string, void, undefined> {
  yield `${csvStart}${csvLine(Object.keys(columns))}`;
  for await (const step of steps)
    if (step.step === 'open') yield csvLine(Object.values(columns).map((value) => value(step.record, baseUrl)));
}
