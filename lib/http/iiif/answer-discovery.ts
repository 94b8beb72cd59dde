import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { activitiesAtOnce, discoveryContext, toActivityList, toActivityPage } from '#lib/projections/iiif-discovery.ts';
import { countActivities, listActivities } from '#lib/store/images/list-activities.ts';
import { presentationAnswer } from './presentation-answer.ts';

const type = `application/ld+json;profile="${discoveryContext}"`;

/** `/iiif/discovery/activity.json` and its pages. */
export const answerDiscovery = (request: Request, name: string): Promise<Response> =>
  answering(async () => {
    const { pool, baseUrl } = composition();
    const number = /^page-(0|[1-9]\d{0,5})\.json$/.exec(name)?.[1];
    if (name !== 'activity.json' && number === undefined) return problem(404, 'There is nothing of this name.');
    const { total, stamp } = await countActivities(pool);
    if (number === undefined) return presentationAnswer(request, toActivityList(total, baseUrl), stamp, type);
    const page = Number(number);
    const from = page * activitiesAtOnce;
    if (page > 0 && from >= total) return problem(404, 'There is no such page yet.');
    // With the first of the next: when that comes, a page that was the last says that it is no longer.
    const activities = await listActivities(pool, from, activitiesAtOnce + 1);
    const body = toActivityPage(page, total, activities.slice(0, activitiesAtOnce), baseUrl);
    return presentationAnswer(request, body, activities.at(-1)?.stamp ?? null, type);
  });
