import type { DisseminatingSite, HarvestInstitution } from '#lib/records/harvest-views.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { sanSystem } from '#lib/records/san/san-dates.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { leaf, nameToken, says, wrap } from '#lib/records/xml-writing.ts';

/**
 * A soggetto conservatore in CAT-SAN (http://san.mibac.it/scons-san/). The format wants country, province, town and postal code of every seat and
 * whether there is a reading room: what the guide of the institution does not say is empty, the postal code 0, and who gives hours of
 * opening lets read.
 *
 * What the model cannot say in it: the kind of institution (`archivio` for all), the languages of parallel names, more than one seat,
 * telephone and e-mail, which the format has no place for.
 */
export function toSconsSan(institution: HarvestInstitution, site: DisseminatingSite): string {
  const { description: of } = institution;
  const names = [institution.name, ...institution.otherNames].filter(says);
  return wrap(
    'scons',
    { xmlns: 'http://san.mibac.it/scons-san/' },
    names.length > 1
      ? wrap('formeparallele', {}, ...names.map((name) => leaf('formaautorizzata', name)))
      : leaf('formaautorizzata', names[0] ?? institution.code) || wrap('formaautorizzata', {}),
    leaf('acronimo', nameToken(institution.code)),
    wrap(
      'identifier',
      { href: `${site.baseUrl}/id/${institution.id}` },
      leaf('recordId', nameToken(institution.id)),
      leaf('sistemaId', sanSystem(site.oaiDomain)),
    ),
    leaf('tipologia', 'archivio'),
    seat(institution.code, of),
    ...of.website.map((page) => website(page)),
    leaf('servizi', of.services.map(({ text }) => text).join('; ')),
    leaf('descrizione', of.history.join(' ')),
    ...reading(of),
  );
}

/** With a dash where nobody says the province or the town. */
function seat(code: string, { address, place, country }: InstitutionDescription): string {
  const province = /\(([A-Z]{2})\)/.exec(address ?? '')?.[1] ?? /^IT-([A-Z]{2})\d/.exec(code)?.[1] ?? '-';
  const postalCode = /\b\d{5}\b/.exec(address ?? '')?.[0] ?? '0';
  return wrap(
    'localizzazione',
    { paese: nameToken(country ?? 'Italia'), provincia: province, comune: says(place) ? place : '-', cap: postalCode },
    toMarkup(address ?? ''),
  );
}

function website(page: string): string {
  const href = webAddressOf(page);
  return href === null ? '' : leaf('sitoweb', page, { href });
}

function reading({ openingHours, accessConditions }: InstitutionDescription): string[] {
  const hours = openingHours.filter(says).join('; ');
  const conditions = accessConditions.filter(says).join(' ');
  return hours === ''
    ? [leaf('altroaccesso', conditions) || wrap('altroaccesso', {}), leaf('consultazione', 'false')]
    : [leaf('orario', hours), leaf('altroaccesso', conditions), leaf('consultazione', 'true')];
}
