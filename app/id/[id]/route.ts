import { composition } from '#lib/composition.ts';
import { entityAddress } from '#lib/http/entity-address.ts';
import { problem } from '#lib/http/problem.ts';
import { answering } from '#lib/http/read-json.ts';

/** The URI of a thing: 303 to what tells of it. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { id } = await params;
    const entity = await composition().store.findEntity(id);
    if (!entity) return problem(404, 'Nothing public bears this id.');
    if (entity.gone) return problem(410, 'What bore this id was deleted.');
    const location = entityAddress(entity.kind, id, request.headers.get('accept'));
    return new Response(null, { status: 303, headers: { location, vary: 'accept' } });
  });
}
