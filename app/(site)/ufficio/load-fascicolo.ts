import { cache } from 'react';
import { caseFacts, type CaseFacts } from '#lib/access/case-facts.ts';
import { readableDocuments, type ReadableDocuments } from '#lib/access/documents.ts';
import { composition } from '#lib/composition.ts';
import { noteLook } from '#lib/http/note-look.ts';
import type { HandledCase } from '#lib/store/procedures/procedure-store.ts';
import { loadDesk } from './load-desk.ts';

/** A case without what its index is made of, and which of its documents whoever is signed in reads. */
export interface DeskFascicolo {
  handled: HandledCase;
  facts: CaseFacts;
  readable: ReadableDocuments;
}

/** Null where there is no case within reach. */
export const loadFascicolo = cache(async (id: string): Promise<DeskFascicolo | null> => {
  const { session, organisation, reach } = await loadDesk();
  if (id.includes('\0')) return null;
  const handled = (await composition().procedures.findHandled([id], reach)).get(id);
  if (!handled) return null;
  await noteLook(session, handled, composition());
  const facts = caseFacts(handled.procedure, handled.context.type, handled.context.catalogue);
  return { handled, facts, readable: readableDocuments(session, facts, organisation) };
});
