import { loadText } from '#app/_components/viewer/load-viewer.ts';
import { composition } from '#lib/composition.ts';
import { problem, publicJson } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { isOpenUnit } from '#lib/store/images/is-open-unit.ts';

/** Longer than what anybody looks for. */
const longestQuery = 500;

/** What is written on a page, with the words of `q` marked. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; imageId: string }> },
): Promise<Response> {
  return answering(async () => {
    const { id, imageId } = await params;
    if (!(await isOpenUnit(composition().pool, id)))
      return problem(404, 'There is nothing here that anybody may read.');
    const words = new URL(request.url).searchParams.get('q')?.slice(0, longestQuery) ?? null;
    return publicJson(await loadText(id, imageId, words));
  });
}
