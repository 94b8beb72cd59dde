import { composition } from '#lib/composition.ts';
import { answering, lookupJson } from '#lib/http/read-json.ts';
import { toRecordJson } from '#lib/projections/json-record.ts';

/** A record as JSON. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { store, baseUrl } = composition();
    return lookupJson(await store.findRecord((await params).id), (record) => toRecordJson(record, baseUrl));
  });
}
