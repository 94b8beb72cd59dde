import { caseFacts } from '#lib/access/case-facts.ts';
import { mayReadDocument } from '#lib/access/documents.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { toAggregationXml } from '#lib/projections/allegato5-aggregation.ts';
import { toDocumentMetadataXml } from '#lib/projections/allegato5-document.ts';
import { findAllDescribed } from '#lib/store/documents/document-metadata.ts';
import { findFormerVersions, type FormerVersion } from '#lib/store/documents/former-versions.ts';
import { aggregationFactsOf, metadataFactsOf } from './metadata-facts.ts';
import { noteLook } from './note-look.ts';
import type { HandedFascicolo } from './fascicolo-archive.ts';

type Parts = Pick<
  Composition,
  | 'procedures'
  | 'fascicoli'
  | 'procedureTypes'
  | 'titolari'
  | 'staff'
  | 'organisation'
  | 'baseUrl'
  | 'now'
  | 'pool'
  | 'dataDir'
  | 'looks'
>;

/** The fascicolo of a case as this session may have it; null where there is none within its reach. */
export async function handFascicolo(id: string, session: Session, parts: Parts): Promise<HandedFascicolo | null> {
  const { procedures, fascicoli, procedureTypes, baseUrl } = parts;
  const offices = parts.organisation();
  const reach = reachOf(session, offices);
  // No id has a zero byte, and PostgreSQL takes no text with one.
  const handled = id.includes('\0') ? undefined : (await procedures.findHandled([id], reach)).get(id);
  if (!handled) return null;
  await noteLook(session, handled, parts);
  const { procedure, context, title } = handled;
  const file = await fascicoli.find(id);
  const facts = caseFacts(procedure, context.type, context.catalogue);
  return {
    facts: {
      id,
      title,
      code: file?.code ?? null,
      openedOn: file?.openedOn ?? null,
      closedOn: file?.closedOn ?? null,
      agency: procedureTypes.comune().name.it,
      madeAt: parts.now().toISOString(),
      url: `${baseUrl}/ufficio/pratiche/${id}`,
    },
    page: (after) => procedures.listDocuments(id, reach, { after }),
    mayRead: (document) => mayReadDocument(session, facts, document, offices).allowed,
    beside: async (records) => {
      const [described, former] = await Promise.all([
        findAllDescribed(parts.pool, records),
        findFormerVersions(parts, records),
      ]);
      const metadata = await metadataFactsOf(described, parts);
      return {
        metadata: new Map(metadata.map((one) => [one.record, toDocumentMetadataXml(one)])),
        former: byRecord(former),
      };
    },
    aggregation: (documents) => file && toAggregationXml(aggregationFactsOf(file, documents, parts)),
  };
}

function byRecord(versions: readonly FormerVersion[]): Map<string, FormerVersion[]> {
  const found = new Map<string, FormerVersion[]>();
  for (const version of versions) found.set(version.record, [...(found.get(version.record) ?? []), version]);
  return found;
}
