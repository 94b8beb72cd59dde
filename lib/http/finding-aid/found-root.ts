import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import type { HarvestRecord } from '#lib/records/harvest-views.ts';
import { readHarvestItem } from '#lib/store/dissemination/read-items.ts';

/** The unit that a finding aid begins with, or the answer where there is none: hidden and never minted are told alike. */
export async function foundRoot(id: string): Promise<{ root: HarvestRecord } | { answer: Response }> {
  const found = await readHarvestItem(composition().pool, id);
  if (found?.state === 'found' && found.value.kind === 'record') return { root: found.value.value };
  return found?.state === 'gone'
    ? { answer: problem(410, 'What bore this id was deleted.') }
    : { answer: problem(404, 'No public record bears this id.') };
}
