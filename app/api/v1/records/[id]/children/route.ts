import type { NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { parseChildrenParameters } from '#lib/http/children-parameters.ts';
import { problem, publicJson } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';
import { toChildrenJson } from '#lib/projections/json-record.ts';

/** Children of a record, a window at a time, both ways. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { parameters, violations } = parseChildrenParameters(request.nextUrl.searchParams);
    if (violations) return problem(400, 'Some parameters cannot be used.', violations);
    const { store, baseUrl } = composition();
    const { id } = await params;
    const page = await store.findChildren(id, parameters);
    if (page) return publicJson(toChildrenJson(page, baseUrl));
    const entity = await store.findEntity(id);
    return entity?.gone ? problem(410, 'This record was deleted.') : problem(404, 'Nothing public bears this id.');
  });
}
