import { mayKeepArchive } from '#lib/access/keeping.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { findVoice } from '#lib/fascicoli/titolario.ts';
import { toAggregation, toAggregationXml } from '#lib/projections/allegato5-aggregation.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { privateXml, wantsXml } from './answer-document-metadata.ts';
import { readFascicoliQuery } from './fascicoli-parameters.ts';
import { privateJson, problem, publicJson } from './problem.ts';
import { answering } from './read-json.ts';

/** Documents told in one answer; the rest is asked for with `da`. */
const mostDocuments = 200;

/** Answers an archivist who is signed in; to anybody else there is nothing here. */
const asArchivist = (answer: () => Promise<Response>): Promise<Response> =>
  answering(async () => {
    const session = await currentSession();
    return session && mayKeepArchive(session).allowed ? answer() : problem(404, 'There is nothing here for you.');
  });

/** `GET /api/v1/fascicoli`: the repertorio, by the parameters of its page. */
export const answerFascicoli = (request: Request): Promise<Response> =>
  asArchivist(async () => {
    const query = readFascicoliQuery(Object.fromEntries(new URL(request.url).searchParams));
    const { fascicoli } = composition();
    const [page, total] = await Promise.all([fascicoli.list(query), fascicoli.count(query)]);
    return privateJson({
      total: Math.min(total, 10_000),
      totalEstimate: total > 10_000,
      next: page.next,
      items: page.items,
    });
  });

/** `GET /api/v1/fascicoli/{id}`: the aggregation by Allegato 5, as JSON or XML. */
export const answerFascicolo = (request: Request, id: string): Promise<Response> =>
  asArchivist(async () => {
    const { fascicoli, titolari, procedureTypes } = composition();
    const view = isIdentifier(id) ? await fascicoli.find(id) : null;
    if (!view) return problem(404, 'No fascicolo bears this id.');
    const from = Number(new URL(request.url).searchParams.get('da') ?? 0);
    const after = Number.isInteger(from) && from >= 0 && from < 1_000_000_000 ? from : 0;
    const documents = await fascicoli.listDocuments(id, { after, limit: mostDocuments });
    const titolario = titolari.find(view.titolario);
    const voice = titolario && findVoice(titolario, view);
    const comune = procedureTypes.comune();
    const facts = {
      ...view,
      voiceName: voice ? (voice.className ?? voice.titleName.it) : null,
      documents: documents.items,
      years: null,
      administration: { code: comune.code, name: comune.name.it },
    };
    return wantsXml(request)
      ? privateXml(toAggregationXml(facts))
      : privateJson({ ...toAggregation(facts), next: documents.next });
  });

/** `GET /api/v1/titolario`: the version in force with its conservation plan; it is public. */
export const answerTitolario = (): Promise<Response> =>
  answering(async () => {
    const { titolari, today } = composition();
    const titolario = titolari.on(today());
    return publicJson({ titolario, conservationPlan: titolari.planOf(titolario.version) });
  });
