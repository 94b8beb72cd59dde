import { composition } from '#lib/composition.ts';
import { goneAnswer, unknownAnswer } from '#lib/http/linked-data/absent.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { collectionSize, pagesOf, toCollection } from '#lib/projections/iiif-collection.ts';
import { lastChangeWithin } from '#lib/store/dissemination/last-change.ts';
import { countDigitisedBelow, findDigitisedBelow } from '#lib/store/images/digitised-below.ts';
import { presentationAnswer } from './presentation-answer.ts';

/** `/iiif/collection/root.json` and `/{record}.json`, with `?page=` of those that are long. */
export const answerCollection = (request: Request, name: string): Promise<Response> =>
  answering(async () => {
    const { store, pool, baseUrl } = composition();
    const [, id] = /^(\w+)\.json$/.exec(name) ?? [];
    if (id === undefined) return unknownAnswer();
    const record = id === 'root' ? null : await store.findRecord(id);
    if (id !== 'root' && !record) return unknownAnswer();
    if (record?.state === 'gone') return goneAnswer();
    const view = record?.value ?? null;
    const [total, changedAt] = await Promise.all([
      countDigitisedBelow(pool, view?.id ?? null),
      lastChangeWithin(pool, view?.rootId ?? null),
    ]);
    if (view && total === 0) return problem(404, 'Nothing below this unit is digitised and may be seen.');
    const asked = new URL(request.url).searchParams.get('page');
    if (asked !== null && !(/^[1-9]\d{0,5}$/.test(asked) && Number(asked) <= pagesOf(total)))
      return problem(404, 'This collection has no such page.');
    const page = asked === null ? null : Number(asked);
    const from = page === null ? 0 : (page - 1) * collectionSize;
    const parts =
      page === null && total > collectionSize
        ? []
        : await findDigitisedBelow(pool, view?.id ?? null, from, collectionSize);
    return presentationAnswer(request, toCollection(view, total, parts, page, baseUrl), changedAt);
  });
