import { caseFacts } from '#lib/access/case-facts.ts';
import { isReadable, readableDocuments, type DocumentFacts } from '#lib/access/documents.ts';
import { fascicoliReachOf, maySeeFascicolo } from '#lib/access/fascicoli.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { Session } from '#lib/access/session.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition, type Composition } from '#lib/composition.ts';
import { toAggregation, toAggregationXml } from '#lib/projections/allegato5-aggregation.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { privateXml, wantsXml } from './answer-document-metadata.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';
import { aggregationFactsOf } from './metadata-facts.ts';
import { readFascicoliQuery } from './fascicoli-parameters.ts';
import { privateJson, problem, publicJson } from './problem.ts';
import { answering } from './read-json.ts';

/** Documents told in one answer; the rest is asked for with `da`. */
const mostDocuments = 200;

type Parts = Pick<Composition, 'fascicoli' | 'titolari' | 'procedureTypes' | 'procedures' | 'organisation'>;

/** `GET /api/v1/fascicoli`: the repertorio, by the parameters of its page. */
export const answerFascicoli = (request: Request): Promise<Response> =>
  answering(async () => listFor(await currentSession(), request, composition()));

/** `GET /api/v1/fascicoli/{id}`: the aggregation by Allegato 5, as JSON or XML. */
export const answerFascicolo = (request: Request, id: string): Promise<Response> =>
  answering(async () => aggregationFor(await currentSession(), request, id, composition()));

/** The repertorio as far as somebody sees it: the archivist all, an office its own; to anybody else there is nothing here. */
export async function listFor(session: Session | null, request: Request, parts: Parts): Promise<Response> {
  const within = session ? fascicoliReachOf(session, parts.organisation()) : [];
  if (within.length === 0) return problem(404, 'There is nothing here for you.');
  const query = { ...readFascicoliQuery(Object.fromEntries(new URL(request.url).searchParams)), within };
  const [page, total] = await Promise.all([parts.fascicoli.list(query), parts.fascicoli.count(query)]);
  return privateJson({
    total: Math.min(total, 10_000),
    totalEstimate: total > 10_000,
    next: page.next,
    items: page.items,
  });
}

/** The aggregation for who sees the fascicolo, with those of its documents that they may read. */
export async function aggregationFor(
  session: Session | null,
  request: Request,
  id: string,
  parts: Parts,
): Promise<Response> {
  const { fascicoli } = parts;
  const view = session && isIdentifier(id) ? await fascicoli.find(id) : null;
  const reads = session && view ? await readerOf(session, view, parts) : null;
  if (!view || !reads) return problem(404, 'No fascicolo that you may see bears this id.');
  const from = Number(new URL(request.url).searchParams.get('da') ?? 0);
  const after = Number.isInteger(from) && from >= 0 && from < 1_000_000_000 ? from : 0;
  const documents = await fascicoli.listDocuments(id, { after, limit: mostDocuments });
  const facts = aggregationFactsOf(view, documents.items.filter(reads), parts);
  return wantsXml(request)
    ? privateXml(toAggregationXml(facts))
    : privateJson({ ...toAggregation(facts), next: documents.next });
}

/** What somebody reads of a fascicolo; null where they do not see it at all. A case is read as its documents are. */
async function readerOf(
  session: Session,
  view: FascicoloView,
  { procedures, organisation }: Parts,
): Promise<((document: DocumentFacts) => boolean) | null> {
  if (mayKeepArchive(session).allowed) return () => true;
  const offices = organisation();
  const sees = (type: string | null) => maySeeFascicolo(session, { unit: view.unit, type }, offices).allowed;
  if (view.kind !== 'procedimento') return sees(null) ? () => true : null;
  const handled = (await procedures.findHandled([view.id], reachOf(session, offices))).get(view.id);
  if (!handled || !sees(handled.procedure.type.code)) return null;
  const facts = caseFacts(handled.procedure, handled.context.type, handled.context.catalogue);
  const readable = readableDocuments(session, facts, offices);
  return (document) => isReadable(readable, document);
}

/** `GET /api/v1/titolario`: the version in force with its conservation plan; it is public. */
export const answerTitolario = (): Promise<Response> =>
  answering(async () => {
    const { titolari, today } = composition();
    const titolario = titolari.on(today());
    return publicJson({ titolario, conservationPlan: titolari.planOf(titolario.version) });
  });
