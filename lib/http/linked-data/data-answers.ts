import { composition } from '#lib/composition.ts';
import { answerEad3 } from '#lib/http/finding-aid/answer-ead3.ts';
import { graphOf } from '#lib/linked-data/graph-of.ts';
import { syntaxes, type Syntax } from '#lib/linked-data/syntaxes.ts';
import { toAgentJson, toInstitutionJson, toRecordJson } from '#lib/projections/json-record.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import { idIri } from '#lib/records/rdf/iri.ts';
import { rdf } from '#lib/records/rdf/vocabularies.ts';
import { findRow } from '#lib/store/dissemination/list-rows.ts';
import { readHarvestItem } from '#lib/store/dissemination/read-items.ts';
import { goneAnswer, unknownAnswer } from './absent.ts';
import { freshAnswer } from './fresh-answer.ts';

type DataAnswer = (request: Request, id: string) => Promise<Response>;

/** What `/data/{id}.{extension}` gives, by extension; `/id/{id}` leads to those that a media type stands beside. */
export const dataAnswers: ReadonlyMap<string, DataAnswer> = new Map([
  ...syntaxes.map((syntax): [string, DataAnswer] => [
    syntax.extension,
    (request, id) => answerGraph(request, id, syntax),
  ]),
  ['json', answerJson],
  ['ead.xml', answerEad3],
]);

async function answerGraph(request: Request, id: string, syntax: Syntax): Promise<Response> {
  const { pool, baseUrl } = composition();
  const found = await readHarvestItem(pool, id);
  if (!found) return unknownAnswer();
  if (found.state === 'gone') return goneAnswer();
  const row = await findRow(pool, id);
  const statements = graphOf(found.value, baseUrl);
  const it = idIri(baseUrl, id).value;
  const types = statements.flatMap(({ subject, predicate, object }) =>
    subject.value === it && predicate === rdf('type') ? [`<${object.value}>; rel="type"`] : [],
  );
  return freshAnswer(request, syntax.write(statements), {
    contentType: syntax.contentType,
    // As harvests are told; until they are, as it was written.
    changedAt: row ? new Date(row.stamp * 1000).toISOString() : found.value.value.changedAt,
    headers: {
      link: [
        `<${it}>; rel="describes"`,
        `<${pageOf(found.value, baseUrl)}>; rel="alternate"; type="text/html"`,
        ...types,
      ].join(', '),
    },
  });
}

const pageOf = ({ kind, value }: HarvestItem, base: string): string => `${base}/${kind}s/${value.id}`;

/** What `/api/v1` gives of it. */
async function answerJson(request: Request, id: string): Promise<Response> {
  const { store, baseUrl } = composition();
  const entity = await store.findEntity(id);
  if (!entity) return unknownAnswer();
  if (entity.gone) return goneAnswer();
  const json = (value: { changedAt: string }, body: unknown) =>
    freshAnswer(request, JSON.stringify(body), {
      contentType: 'application/json; charset=utf-8',
      changedAt: value.changedAt,
    });
  if (entity.kind === 'institution') {
    const institution = await store.findInstitution(id);
    return institution?.state === 'found'
      ? json(institution.value, toInstitutionJson(institution.value, baseUrl))
      : unknownAnswer();
  }
  if (entity.kind === 'agent') {
    const agent = await store.findAgent(id);
    return agent?.state === 'found' ? json(agent.value, toAgentJson(agent.value, baseUrl)) : unknownAnswer();
  }
  const record = await store.findRecord(id);
  return record?.state === 'found' ? json(record.value, toRecordJson(record.value, baseUrl)) : unknownAnswer();
}
