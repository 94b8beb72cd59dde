import { composition } from '#lib/composition.ts';
import { answering } from '#lib/http/read-json.ts';
import { translator } from '#lib/i18n/translate.ts';
import { syntaxOf } from '#lib/linked-data/syntaxes.ts';
import { toDcatApIt } from '#lib/projections/dcat-ap-it.ts';
import { toVoid } from '#lib/projections/void.ts';
import { findStatedLicence } from '#lib/store/dump/stated-licence.ts';
import { readDumpNote } from '#lib/store/dump/dump-file.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';
import { freshAnswer } from './fresh-answer.ts';

const siteName = (): string => translator('it')('site.name');

/** `/data/void.ttl`: what the linked data are, with the numbers of now. */
export const answerVoid = (request: Request): Promise<Response> =>
  answering(async () => {
    const { store, baseUrl, dataDir } = composition();
    const [counts, dump] = await Promise.all([store.countHoldings(), readDumpNote(dataDir)]);
    return inTurtle(request, toVoid({ ...counts, dump }, { name: siteName(), base: baseUrl }));
  });

/** `/data/catalog.ttl`: the open data of the site, for the national catalogue. */
export const answerCatalog = (request: Request): Promise<Response> =>
  answering(async () => {
    const { store, pool, procedureTypes, today, baseUrl, dataDir, adminEmail } = composition();
    await procedureTypes.current();
    const [counts, licence, dump] = await Promise.all([
      store.countHoldings(),
      findStatedLicence(pool),
      readDumpNote(dataDir),
    ]);
    const begun = procedureTypes.listTypes(today()).flatMap(({ validFrom }) => validFrom ?? []);
    const facts = {
      holdingsChanged: counts.changedAt?.slice(0, 10) ?? today(),
      servicesChanged: begun.toSorted().at(-1) ?? today(),
      licence,
      dumpMade: dump?.madeAt.slice(0, 10) ?? null,
    };
    const site = { name: siteName(), base: baseUrl, contact: adminEmail };
    return inTurtle(request, toDcatApIt(facts, procedureTypes.comune(), site));
  });

function inTurtle(request: Request, statements: readonly Statement[]): Response {
  const turtle = syntaxOf('ttl');
  if (!turtle) throw new Error('there is no Turtle');
  return freshAnswer(request, turtle.write(statements), { contentType: turtle.contentType, changedAt: null });
}
