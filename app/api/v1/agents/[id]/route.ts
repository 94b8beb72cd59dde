import { composition } from '#lib/composition.ts';
import { answering, lookupJson } from '#lib/http/read-json.ts';
import { toAgentJson } from '#lib/projections/json-record.ts';

/** An agent as JSON. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { store, baseUrl } = composition();
    return lookupJson(await store.findAgent((await params).id), (agent) => toAgentJson(agent, baseUrl));
  });
}
