import type { Draft } from '#ingest/draft.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import { normaliseDates } from '#ingest/normalise/dates.ts';
import { writeExtent } from '#ingest/normalise/extent.ts';
import { readDateSet } from '#ingest/parse/ead/unit-dates.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { attribute, elements, first, textOf, within, type XmlElement } from '#ingest/parse/xml/element.ts';
import { safeHref } from '#ingest/parse/xml/safe-html.ts';
import { emptyInstitution, institutionDrafts, telling } from './institution.ts';
import { wordTable } from '#ingest/word-table.ts';

/** EAG 2012: an institution with archival holdings, ISDIAH by its areas. Several buildings are one institution. */
export function mapGuide(root: XmlElement, envelope: Envelope): Draft[] {
  const identity = first(root, 'archguide', 'identity');
  const forms = (name: string) =>
    identity ? elements(identity, name).map((form) => textOf(first(form, 'nonpreform') ?? form)) : [];
  const names = telling([...forms('autform'), ...forms('parform'), ...forms('nonpreform')]);
  const codes = codesOf(root, identity);
  const repositories = within(root, 'repository');
  const description = emptyInstitution();
  for (const repository of repositories) describe(repository, description);
  const [name = '', ...otherNames] =
    names.length > 0 ? names : telling(repositories.flatMap((one) => elements(one, 'repositoryName').map(textOf)));
  const [code = '', ...otherCodes] = codes;
  return institutionDrafts(root, envelope, { code, otherCodes, name, otherNames, description });
}

function codesOf(root: XmlElement, identity: XmlElement | undefined): string[] {
  const repositorid = first(identity, 'repositorid');
  const country = attribute(repositorid, 'countrycode');
  // A bare number is unique only within its country (ISIL has the country in front).
  const whole = (code: string) => (country !== null && /^\d+$/.test(code) ? `${country}-${code}` : code);
  const control = first(root, 'control');
  const others = [
    ...(identity ? elements(identity, 'otherRepositorId') : []),
    ...(control ? elements(control, 'otherRecordId') : []),
  ];
  return telling([
    whole(textOf(repositorid)),
    whole(attribute(repositorid, 'repositorycode') ?? ''),
    textOf(first(control, 'recordId')),
    ...others.map(textOf),
  ]);
}

function describe(repository: XmlElement, description: InstitutionDescription): void {
  const texts = (...names: string[]) => within(repository, ...names).map(textOf);
  const location = within(repository, 'location')[0];
  if (location && description.address === null) locate(location, description);
  const faxes = texts('fax').map((fax) => fax && `${fax} (fax)`);
  description.telephone = telling([...description.telephone, ...texts('telephone'), ...faxes]);
  description.email = telling([
    ...description.email,
    ...within(repository, 'email').map((email) => (attribute(email, 'href') ?? textOf(email)).replace(/^mailto:/, '')),
  ]).filter((email) => email.includes('@'));
  description.website = telling([
    ...description.website,
    ...within(repository, 'webpage').map((page) => safeHref(attribute(page, 'href')) ?? ''),
  ]);
  description.openingHours = telling([...description.openingHours, ...texts('opening')]);
  description.closing = telling([...description.closing, ...texts('closing')]);
  description.accessConditions = telling([
    ...description.accessConditions,
    ...texts('termsOfUse', 'restaccess', 'accessibility', 'readersTicket', 'advancedOrders', 'directions'),
  ]);
  description.history = telling([
    ...description.history,
    ...within(repository, 'repositorhist', 'buildinginfo', 'adminhierarchy')
      .flatMap((part) => within(part, 'descriptiveNote'))
      .map(textOf),
    ...texts('repositorfound', 'repositorsup', 'adminunit'),
    ...elements(repository, 'descriptiveNote').map(textOf),
  ]);
  description.holdings = telling([...description.holdings, ...within(repository, 'holdings').flatMap(holdings)]);
  for (const service of within(
    repository,
    'searchroom',
    'library',
    'internetAccess',
    'techservices',
    'recreationalServices',
  )) {
    const counts = within(service, 'monographicpub', 'serialpub').flatMap(counted);
    const said = within(service, 'descriptiveNote', 'contact', 'workPlaces').map(textOf);
    const text = telling([...said, ...counts]).join('; ');
    if (text !== '') description.services.push({ label: service.name, text });
  }
}

function locate(location: XmlElement, description: InstitutionDescription): void {
  const text = (name: string) => textOf(first(location, name));
  description.address = telling([text('street'), text('municipalityPostalcode')]).join(', ') || null;
  description.place = text('municipalityPostalcode').replace(/^[\d-]+\s*([A-Z]{2}\s)?/, '') || null;
  description.country = text('country') || null;
  const latitude = Number(attribute(location, 'latitude') ?? NaN);
  const longitude = Number(attribute(location, 'longitude') ?? NaN);
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) description.coordinates = { latitude, longitude };
}

/** EAG's codes for what is counted, beside metres. */
const unitCodes = wordTable<string>({ book: 'libri', title: 'titoli', site: 'sedi' });

function holdings(element: XmlElement): string[] {
  const { display } = normaliseDates(readDateSet(element).statements).dates;
  return [
    ...within(element, 'descriptiveNote').map(textOf),
    ...within(element, 'extent').flatMap(counted),
    ...(display === null ? [] : [display]),
  ];
}

function counted(part: XmlElement): string[] {
  return elements(part, 'num').map((num) => {
    const unit = attribute(num, 'unit') ?? '';
    return writeExtent({ quantity: textOf(num), unit: unitCodes[unit] ?? unit });
  });
}
