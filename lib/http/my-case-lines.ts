import type { Composition } from '#lib/composition.ts';
import type { MyCaseLine } from '#lib/projections/my-cases-csv.ts';
import { outcomeWords } from '#lib/procedures/types/outcomes.ts';
import type { MyTableFilter, WhoseCases, WorkLine } from '#lib/store/procedures/procedure-store.ts';

/** Lines that one file holds at most. */
export const mostLines = 20_000;
const atOnce = 500;

type Parts = Pick<Composition, 'procedures' | 'procedureTypes' | 'baseUrl' | 'today'>;

/** Where a case stands, in one word of a table. */
export function lineState({ state, waitingFor }: WorkLine): { it: string; en: string } {
  if (state !== 'running') return { it: 'Conclusa', en: 'Concluded' };
  return waitingFor === 'applicant' || waitingFor === 'counterparty'
    ? { it: 'Serve a te', en: 'Needs you' }
    : { it: 'In corso', en: 'Running' };
}

/** Somebody's cases as lines of a file, read a page at a time as the file goes out. */
export async function* myCaseLines(
  whose: Omit<WhoseCases, 'reader'>,
  filter: MyTableFilter,
  { procedures, procedureTypes, baseUrl, today }: Parts,
): AsyncGenerator<MyCaseLine> {
  const units = procedureTypes.units();
  let after: string | undefined;
  for (let read = 0; read < mostLines; read += atOnce) {
    const page: { lines: WorkLine[]; next: string | null } = await procedures.listMyTable(whose, filter, {
      after,
      limit: atOnce,
    });
    for (const line of page.lines)
      yield {
        protocol: `${String(line.protocol.number).padStart(7, '0')}/${line.protocol.year}`,
        filedOn: line.filedOn,
        type: procedureTypes.findType(line.type.code, today())?.title ?? line.type.code,
        title: line.title,
        state: lineState(line),
        outcome: line.outcome && outcomeWords[line.outcome],
        dueOn: line.state === 'running' ? line.dueOn : null,
        concludedOn: line.concludedOn,
        unit: units.get(line.unit) ?? line.unit,
        url: `${baseUrl}/mia-pagina/pratiche/${line.id}`,
      };
    if (page.next === null) return;
    after = page.next;
  }
}
