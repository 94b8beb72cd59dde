import { withClient } from '#lib/store/prepare-database.ts';
import { createProcedureTypes } from '#lib/store/procedure-types.ts';
import { syncTypes } from '#lib/store/procedures/sync-types.ts';

/**
 * The published types from `schemas/procedures` into the store, before anything is filed under them. With errors in the files the site starts
 * without what is new, and says which; a published version that was changed stops the start.
 */
export async function publishTypes(appUrl: string, say: (line: string) => void): Promise<void> {
  const types = createProcedureTypes('schemas/procedures');
  let sources;
  try {
    sources = types.sources();
  } catch (error) {
    say(`types of procedure: not published (${error instanceof Error ? error.message : String(error)})`);
    return;
  }
  const fresh = await withClient(appUrl, (client) => syncTypes(client, sources));
  if (fresh.length > 0) say(`types of procedure: ${fresh.length} versions published`);
}
