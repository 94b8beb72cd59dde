import { pageContext } from '#app/_components/page-context.ts';
import { viewed } from '#app/_components/viewer/load-viewer.ts';
import { composition } from '#lib/composition.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { findPages, mostPages } from '#lib/store/images/find-pages.ts';
import { readerOf } from './reader.ts';

/** Pages of a unit for its viewer, from one to another. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { id } = await params;
    const { pool } = composition();
    const query = new URL(request.url).searchParams;
    const [from, to] = [pageNumber(query.get('da') ?? '1'), pageNumber(query.get('a') ?? String(mostPages))];
    if (from === null || to === null) return problem(400, 'da and a are numbers of pages, from 1.');
    const { t, lang } = await pageContext();
    const reader = await readerOf(id);
    const pages = reader && (await findPages(pool, id, from, to));
    // How large others give out an image is not ours to say.
    if (!pages || (reader.sight.kind === 'small' && pages.some(({ place }) => place.kind !== 'held')))
      return problem(404, 'There is nothing here that anybody may read.');
    // What is written on pages that are seen smaller is not asked for.
    const hasText = reader.sight.kind === 'whole';
    return reader.answer(pages.map((page) => viewed({ ...page, hasText: hasText && page.hasText }, t, lang)));
  });
}

const pageNumber = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);
