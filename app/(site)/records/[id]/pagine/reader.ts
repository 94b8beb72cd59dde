import type { Sight } from '#app/_components/viewer/viewer-model.ts';
import { composition } from '#lib/composition.ts';
import { privateJson, publicJson } from '#lib/http/problem.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { isOpenUnit } from '#lib/store/images/is-open-unit.ts';
import { sightOf } from '../sight-of.ts';

/** How who asks sees the pages of a unit, and in which way they are answered: nobody keeps what not everybody sees. */
export interface PagesReader {
  sight: Sight;
  /** Whether it is more than everybody does. */
  reserved: boolean;
  answer: (body: unknown) => Response;
}

/** As the page of the unit shows them (`sight-of.ts`); null: not at all. */
export async function readerOf(id: string): Promise<PagesReader | null> {
  const { pool, store } = composition();
  if (await isOpenUnit(pool, id)) return { sight: { kind: 'whole' }, reserved: false, answer: publicJson };
  const record = isIdentifier(id) ? await store.findRecord(id) : null;
  const seen = record?.state === 'found' ? await sightOf(record.value) : null;
  return seen && { ...seen, answer: privateJson };
}
