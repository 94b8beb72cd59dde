import type { Fee } from '#lib/procedures/types/fees.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Source, Text } from '#lib/procedures/types/text.ts';
import { sourceWords } from '#lib/procedures/types/type-words.ts';
import { day } from '#lib/records/rdf/dates.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { partIri, webIri } from '#lib/records/rdf/iri.ts';
import { node, text, typed, type NamedNode, type Statement } from '#lib/records/rdf/terms.ts';
import { cpsv, dcterms, owl, rdfs, schema } from '#lib/records/rdf/vocabularies.ts';

/**
 * Types of procedure as public services of CPSV-AP_IT (https://w3id.org/italia/onto/CPSV). What is not said in it: theme and sector by the lists of the
 * profile (ours are the site's own), the level of interactivity, roles in time of the offices (schema.org's `provider` and `serviceOperator` say who), and the
 * steps, which the YAML of each version has.
 * @param type the version in force
 * @param versions every published version, the newest first
 */
export function toCpsvApIt(type: ProcedureType, versions: readonly ProcedureType[], base: string): Statement[] {
  const page = node(`${base}/servizi/${type.code}`);
  const it = partIri(page, 'service');
  const office = (code: string) => node(`${base}/servizi#${code}`);
  const graph = new Graph()
    .type(it, cpsv('PublicService'), schema('GovernmentService'))
    .each(it, dcterms('title'), both(type.title))
    .each(it, rdfs('label'), both(type.title))
    .each(it, dcterms('description'), both(type.summary))
    .add(it, dcterms('identifier'), text(type.code))
    .add(it, dcterms('publisher'), node(`${base}/servizi#comune`))
    .add(it, schema('provider'), office(type.unit))
    .add(it, schema('serviceOperator'), office(type.decidingOffice))
    .add(it, cpsv('hasServiceStatus'), cpsv('Active'))
    .add(it, owl('versionInfo'), text(String(type.version)));
  const channel = partIri(page, 'website');
  graph.add(it, cpsv('hasWebSiteCh'), channel).type(channel, cpsv('WebSiteChannel')).add(channel, schema('url'), page);
  addTime(graph, page, it, type);
  addRules(graph, page, it, type.norms);
  if ('documents' in type)
    for (const { code, name } of type.documents) {
      const input = partIri(page, `document-${code}`);
      graph.add(it, cpsv('hasInput'), input).type(input, cpsv('Input')).each(input, dcterms('title'), both(name));
    }
  if ('fees' in type) for (const fee of type.fees) addCost(graph, page, it, fee);
  const output = partIri(page, 'output');
  graph
    .add(it, cpsv('producesOutput'), output)
    .type(output, cpsv('Output'))
    .each(output, dcterms('description'), both(type.citizen.result));
  for (const version of versions) addVersion(graph, page, it, version, base);
  return graph.statements;
}

function addTime(graph: Graph, page: NamedNode, it: NamedNode, type: ProcedureType): void {
  const term = 'term' in type ? type.term : type.family === 'declaration' ? type.verification : null;
  if (!term) return;
  const time = partIri(page, 'processing-time');
  const unit = term.unit === 'calendar' ? cpsv('Day') : null;
  graph
    .add(it, cpsv('hasProcessingTime'), time)
    .type(time, cpsv('ServiceProcessingTime'))
    // Working days have no duration of their own in XML Schema.
    .add(time, schema('duration'), unit && typed(`P${term.days}D`, 'dayTimeDuration'))
    .add(time, schema('value'), typed(String(term.days), 'integer'))
    .add(time, schema('unitText'), text(term.unit === 'calendar' ? 'giorni' : 'giorni lavorativi', 'it'));
}

function addRules(graph: Graph, page: NamedNode, it: NamedNode, norms: readonly Source[]): void {
  for (const [index, norm] of norms.entries()) {
    const rule = partIri(page, `norm-${index + 1}`);
    graph
      .add(it, cpsv('isCompliantWithRule'), rule)
      .type(rule, cpsv('Rule'))
      .add(rule, dcterms('title'), text(sourceWords(norm, 'it'), 'it'))
      .add(rule, rdfs('seeAlso'), webIri(norm.url));
  }
}

function addCost(graph: Graph, page: NamedNode, it: NamedNode, fee: Fee): void {
  const cost = partIri(page, `cost-${fee.code}`);
  const fixed = fee.amount.kind === 'fixed' ? fee.amount.euro : null;
  graph
    .add(it, cpsv('hasCost'), cost)
    .type(cost, cpsv(fixed === null ? 'VariableCost' : 'FixedCost'))
    .each(cost, rdfs('label'), both(fee.label))
    .add(cost, schema('price'), fixed === null ? null : typed(String(fixed), 'decimal'))
    .add(cost, schema('priceCurrency'), fixed === null ? null : text('EUR'));
}

function addVersion(graph: Graph, page: NamedNode, it: NamedNode, version: ProcedureType, base: string): void {
  const one = partIri(page, `version-${version.version}`);
  graph
    .add(it, dcterms('hasVersion'), one)
    .add(one, dcterms('isVersionOf'), it)
    .each(one, dcterms('title'), both(version.title))
    .add(one, owl('versionInfo'), text(String(version.version)))
    .add(one, schema('validFrom'), day(version.validFrom))
    .add(one, schema('validThrough'), day(version.validTo))
    .add(one, rdfs('seeAlso'), node(`${base}/api/v1/procedure-types/${version.code}/versions/${version.version}`));
}

const both = (value: Text) => [text(value.it, 'it'), text(value.en, 'en')];
