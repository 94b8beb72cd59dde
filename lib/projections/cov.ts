import type { Comune } from '#lib/procedures/comune.ts';
import { parentOf, type UnitNames } from '#lib/procedures/types/units.ts';
import { Graph } from '#lib/records/rdf/graph.ts';
import { node, text, type Statement } from '#lib/records/rdf/terms.ts';
import { cov, rdfs, schema } from '#lib/records/rdf/vocabularies.ts';

/**
 * The Comune and its offices in COV-AP_IT (https://w3id.org/italia/onto/COV). An office that belongs to another office is told as an office of the Comune
 * too, for COV has no office of an office; the one above stands as schema.org's `parentOrganization`. Contacts that nobody has read yet are not said.
 */
export function toCov(comune: Comune, units: UnitNames, base: string): Statement[] {
  const body = node(`${base}/servizi#comune`);
  const graph = new Graph()
    .type(body, cov('PublicOrganization'))
    .add(body, rdfs('label'), text(comune.name.it, 'it'))
    .add(body, rdfs('label'), text(comune.name.en, 'en'))
    .add(body, cov('legalName'), text(comune.name.it, 'it'))
    .add(body, cov('IPAcode'), text(comune.code))
    .add(body, cov('taxCode'), text(comune.taxCode))
    .add(body, schema('url'), node(`${base}/servizi`));
  for (const [code, unit] of units) {
    const office = node(`${base}/servizi#${code}`);
    const above = parentOf(unit);
    graph
      .type(office, cov('Office'))
      .add(office, rdfs('label'), text(unit.it, 'it'))
      .add(office, rdfs('label'), text(unit.en, 'en'))
      .add(office, cov('officeIdentifier'), text(code))
      .add(office, cov('isSupportUnitOf'), body)
      .add(office, schema('parentOrganization'), above === null ? null : node(`${base}/servizi#${above}`));
    if ('unknown' in unit.contacts) continue;
    graph
      .add(office, schema('address'), text(unit.contacts.address))
      .add(office, schema('telephone'), text(unit.contacts.phone))
      .add(office, schema('email'), text(unit.contacts.email));
  }
  return graph.statements;
}
