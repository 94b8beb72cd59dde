import { toArco } from '#lib/projections/arco.ts';
import { toDescribedPage } from '#lib/projections/described-page.ts';
import { toEdmLinks } from '#lib/projections/edm-links.ts';
import { toRico } from '#lib/projections/rico.ts';
import { toSchemaOrgStatements } from '#lib/projections/schema-org-statements.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';

/**
 * All that is said of a record, an agent or an institution, once: in RiC-O, with its object of Europeana and its page. What the dump has: ArCo and
 * schema.org say the same again, and would make it twice as long.
 */
export const plainGraphOf = (item: HarvestItem, base: string): Statement[] => [
  ...toRico(item, base),
  ...toEdmLinks(item, base),
  ...toDescribedPage(item, base),
];

/** The same in every vocabulary that we speak: what `/data` and triple stores have. */
export const graphOf = (item: HarvestItem, base: string): Statement[] => [
  ...plainGraphOf(item, base),
  ...toArco(item, base),
  ...toSchemaOrgStatements(item, base),
];
