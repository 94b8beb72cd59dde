import { toArco } from '#lib/projections/arco.ts';
import { toEdmLinks } from '#lib/projections/edm-links.ts';
import { toDescribedPage } from '#lib/projections/described-page.ts';
import { toRico } from '#lib/projections/rico.ts';
import { toSchemaOrgStatements } from '#lib/projections/schema-org-statements.ts';
import type { HarvestItem } from '#lib/records/harvest-views.ts';
import type { Statement } from '#lib/records/rdf/terms.ts';

/** All that is said of a record, an agent or an institution in the vocabularies that we speak: what `/data`, the dump and triple stores have. */
export const graphOf = (item: HarvestItem, base: string): Statement[] => [
  ...toRico(item, base),
  ...toArco(item, base),
  ...toSchemaOrgStatements(item, base),
  ...toEdmLinks(item, base),
  ...toDescribedPage(item, base),
];
