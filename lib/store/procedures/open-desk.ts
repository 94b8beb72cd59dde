import { createDocumentGate } from '#lib/store/documents/admit.ts';
import { createCurrentArchive } from './current-archive.ts';
import type { Desk } from './desk.ts';
import { createIdSource } from './id-source.ts';
import type { ProcedureStoreParts } from './procedure-store.ts';
import { createTypeVersions } from './type-versions.ts';

/** What writes to cases: one for each store that does. */
export const openDesk = (parts: ProcedureStoreParts): Desk => ({
  ...parts,
  gate: createDocumentGate({ ...parts, scanner: parts.scanner ?? null }),
  versions: createTypeVersions(),
  takeIds: createIdSource(parts.pool),
  seriesOf: createCurrentArchive(parts.pool, () => parts.types.comune()),
});
