import type { DisseminatingSite, HarvestRecord } from '#lib/records/harvest-views.ts';
import { findingAidId } from '#lib/records/san/finding-aid-id.ts';
import { leaf, nameToken, says, wrap } from '#lib/records/xml-writing.ts';

/**
 * The finding aid of a fonds as SAN's strumento di ricerca (http://san.mibac.it/ricerca-san/); null for what is below a root. It is published
 * here, so its publisher is the institution and its date that of the last change.
 *
 * What the model cannot say in it: the author and the edition of a finding aid apart from what is said of the description in words; whether it is
 * printed.
 */
export function toRicercaSan(record: HarvestRecord, site: DisseminatingSite): string | null {
  if (record.ancestors.length > 0) return null;
  const id = findingAidId(record.id);
  const page = `${site.baseUrl}/records/${record.id}`;
  return wrap(
    'ead',
    { xmlns: 'http://san.mibac.it/ricerca-san/' },
    wrap(
      'eadheader',
      {},
      leaf('eadid', id, { identifier: id, URL: page }),
      wrap(
        'filedesc',
        {},
        wrap('titlestmt', {}, leaf('titleproper', `${says(record.title) ? record.title : record.id}. Inventario`)),
        wrap(
          'publicationstmt',
          {},
          leaf('date', record.changedAt.slice(0, 10)),
          leaf('address', record.institution.description.address),
          leaf('publisher', record.institution.name),
        ),
        wrap('editionstmt', {}, wrap('edition', {}, wrap('extptr', { href: page, title: record.title }))),
      ),
    ),
    wrap('archdesc', {}, wrap('did', {}, leaf('unitid', nameToken(record.id)))),
  );
}
