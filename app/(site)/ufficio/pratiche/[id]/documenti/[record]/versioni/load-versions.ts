import { mayReadDocument } from '#lib/access/documents.ts';
import { mayAct } from '#lib/access/procedures.ts';
import type { Permission } from '#lib/access/permission.ts';
import { composition } from '#lib/composition.ts';
import { loadCase, type DeskCase } from '#app/(site)/ufficio/load-case.ts';
import type { DocumentVersion } from '#lib/store/documents/document-versions.ts';
import type { DocumentLine } from '#lib/store/procedures/procedure-store.ts';

export interface DeskVersions {
  found: DeskCase;
  document: DocumentLine;
  versions: DocumentVersion[];
  /** Whether who is signed in may put a new one. */
  may: Permission;
}

/** The versions of a document that who is signed in may read; null where there is none. */
export async function loadVersions(id: string, record: string): Promise<DeskVersions | null> {
  const found = await loadCase(id);
  if (!found) return null;
  const { session, organisation, reach } = found.desk;
  const { procedures } = composition();
  const document = await procedures.findDocument(id, record, reach);
  if (!document || !mayReadDocument(session, found.facts, document, organisation).allowed) return null;
  const versions = await procedures.listVersions(id, record, reach);
  return versions && { found, document, versions, may: mayAct(session, found.facts, 'addDocument', organisation) };
}
