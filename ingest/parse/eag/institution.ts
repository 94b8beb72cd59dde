import type { Draft, InstitutionDescription } from '#ingest/draft.ts';
import { attribute, descendants, textOf, type Element } from '../element.ts';

/** EAG 2012 and SCONS2: an institution that keeps holdings. */
export function institutionDrafts(root: Element): Draft[] {
  const first = (...names: string[]) => descendants(root, ...names)[0];
  const texts = (...names: string[]) => [
    ...new Set(
      descendants(root, ...names)
        .map(textOf)
        .filter(Boolean),
    ),
  ];
  const code =
    textOf(first('recordId', 'recordid', 'identifier')) ||
    textOf(first('repositorid', 'otherRepositorId')) ||
    attribute(first('repositorid'), 'countrycode');
  const name = textOf(first('autform', 'formaautorizzata', 'denominazione', 'formaAutorizzata'));
  if (!code || !name) {
    return [
      {
        kind: 'quarantined',
        problem: {
          code: 'no-name',
          severity: 'severe',
          message: 'an institution without code or name',
          line: root.line,
          xpath: `/${root.name}`,
        },
        units: 1,
        componentId: null,
        parentOrdinal: null,
        raw: '',
      },
    ];
  }
  const latitude = Number(attribute(first('location'), 'latitude'));
  const longitude = Number(attribute(first('location'), 'longitude'));
  const description: InstitutionDescription = {
    address:
      [textOf(first('street')), textOf(first('municipalityPostalcode', 'municipality'))].filter(Boolean).join(', ') ||
      textOf(first('indirizzo')) ||
      null,
    place: textOf(first('municipalityPostalcode', 'municipality', 'cities', 'comune')).replace(/^\d+\s*/, '') || null,
    country: textOf(first('country', 'paese')) || null,
    coordinates: latitude && longitude ? { latitude, longitude } : null,
    telephone: texts('telephone', 'telefono'),
    email: [
      ...new Set(
        descendants(root, 'email')
          .map((email) => attribute(email, 'href')?.replace(/^mailto:/, '') ?? textOf(email))
          .filter(Boolean),
      ),
    ],
    website: [
      ...new Set(
        descendants(root, 'webpage', 'sitoweb')
          .map((page) => attribute(page, 'href') ?? textOf(page))
          .filter((href) => /^https?:/.test(href)),
      ),
    ],
    openingHours: texts('opening', 'orari'),
    closing: texts('closing'),
    accessConditions: texts('restaccess', 'termsOfUse', 'accessibility'),
    services: descendants(
      root,
      'searchroom',
      'library',
      'techservices',
      'reproductionser',
      'recreationalServices',
      'internetaccess',
    )
      .map((service) => ({ label: service.name, text: textOf(service) }))
      .filter((service) => service.text),
    history: texts('repositorhist', 'buildinginfo'),
    holdings: texts('holdings'),
  };
  const otherNames = texts('parform', 'nonpreform').filter((other) => other !== name);
  const otherCodes = texts('otherRecordId', 'repositorid', 'otherRepositorId').filter((other) => other !== code);
  return [
    { kind: 'institution', code, otherCodes, name, otherNames, description, line: root.line, xpath: `/${root.name}` },
  ];
}
