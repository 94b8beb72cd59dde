import type { DisseminatingSite, HarvestInstitution } from '#lib/records/harvest-views.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { leaf, nameToken, says, wrap, wrapped } from '#lib/records/xml-writing.ts';

/**
 * An institution in EAG 2012, the Archives Portal Europe's form of ISDIAH; read again by our ingest it gives the same institution, but for the
 * boundaries between more than three statements of one kind.
 *
 * What the format wants and the model does not say: the part of the world (Europe), whether there is access at all (yes) and access for people
 * with disabilities (`no` where no condition speaks of it; the words stand beside). What the model says and the format has no place for: services
 * under other names than its own stand in the description, its two licences nowhere.
 */
export function toEag(institution: HarvestInstitution, site: DisseminatingSite): string {
  return wrap(
    'eag',
    { xmlns: 'http://www.archivesportaleurope.net/Portal/profiles/eag_2012/', audience: 'external' },
    control(institution, site),
    wrap('archguide', {}, identity(institution), wrap('desc', {}, wrap('repositories', {}, repository(institution)))),
    relations(institution, site),
  );
}

/** An ISIL as the format has it; null for a code that is none. */
const isilOf = (code: string): string | null =>
  /^[A-Z]{2}-[A-Za-z0-9:/-]{1,11}$/.test(code) || /^[A-Za-z]{3,4}-[A-Za-z0-9:/-]{1,11}$/.test(code) ? code : null;

function control({ id, code, changedAt }: HarvestInstitution, site: DisseminatingSite): string {
  const isil = isilOf(code);
  return wrap(
    'control',
    {},
    leaf('recordId', isil ?? `OAI-${id}`),
    isil === null ? leaf('otherRecordId', code) : '',
    wrap('maintenanceAgency', {}, leaf('agencyCode', isil ?? `OAI-${id}`), leaf('agencyName', site.name)),
    leaf('maintenanceStatus', 'derived'),
    wrap(
      'maintenanceHistory',
      {},
      wrap(
        'maintenanceEvent',
        {},
        leaf('agent', site.name),
        leaf('agentType', 'machine'),
        leaf('eventDateTime', changedAt.slice(0, 10), { standardDateTime: changedAt.slice(0, 10) }),
        leaf('eventType', 'derived'),
      ),
    ),
  );
}

function identity({ id, code, name, otherNames }: HarvestInstitution): string {
  return wrap(
    'identity',
    {},
    wrap('repositorid', { countrycode: countryOf(code), repositorycode: isilOf(code) ?? nameToken(code) }),
    leaf('otherRepositorId', code),
    leaf('autform', [name, code].find(says) ?? id),
    ...otherNames.map((other) => leaf('nonpreform', other)),
  );
}

const countryOf = (code: string): string => /^([A-Z]{2})-/.exec(code)?.[1] ?? 'IT';

function repository({ name, description: of }: HarvestInstitution): string {
  const faxes = of.telephone.filter((number) => fax.test(number)).map((number) => number.replace(fax, ''));
  const [history = '', building = '', ...more] = of.history;
  return wrap(
    'repository',
    {},
    leaf('repositoryName', name),
    leaf('geogarea', 'Europe'),
    location(of),
    ...of.telephone.filter((number) => !fax.test(number)).map((number) => leaf('telephone', number)),
    ...faxes.map((number) => leaf('fax', number)),
    ...of.email.map((email) => leaf('email', email)),
    ...of.website.map((page) => leaf('webpage', page, { href: webAddressOf(page) })),
    wrapped('repositorhist', {}, note([history])),
    wrapped('buildinginfo', {}, wrapped('building', {}, note([building]))),
    holdings(of.holdings),
    wrap('timetable', {}, many('opening', of.openingHours), ...of.closing.map((text) => leaf('closing', text))),
    access(of.accessConditions),
    services(of.services),
    note([...more, ...of.services.filter(({ label }) => !Object.hasOwn(placeOfService, label)).map(sayService)]),
  );
}

const fax = / \(fax\)$/;

/** The elements; where the format wants one and there is none, an empty one. */
const many = (name: string, texts: readonly string[]): string =>
  texts.map((text) => leaf(name, text)).join('') || wrap(name, {});

const note = (texts: readonly string[]): string =>
  wrapped('descriptiveNote', {}, ...texts.map((text) => leaf('p', text)));

const sayService = ({ label, text }: { label: string; text: string }): string => `${label}: ${text}`;

/** The street is what stands before the town in the address. */
function location({ address, place, country, coordinates }: InstitutionDescription): string {
  const parts = address?.split(', ') ?? [];
  const town = parts.at(-1);
  const ends = says(place) && town !== undefined && town.endsWith(place);
  return wrap(
    'location',
    {
      localType: 'visitors address',
      latitude: coordinates && String(coordinates.latitude),
      longitude: coordinates && String(coordinates.longitude),
    },
    leaf('country', country) || wrap('country', {}),
    leaf('municipalityPostalcode', ends ? town : place) || wrap('municipalityPostalcode', {}),
    leaf('street', ends ? parts.slice(0, -1).join(', ') : address),
  );
}

/** `m lineari 25.000`, as extents are written here, is the format's own count. */
function holdings(texts: readonly string[]): string {
  const counted = texts.map((text) => /^m lineari (\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?$/.exec(text));
  const metres = counted.find((found) => found !== null);
  return wrapped(
    'holdings',
    {},
    note(texts.filter((_, at) => counted[at] === null || counted[at] !== metres)),
    metres
      ? wrap(
          'extent',
          {},
          leaf('num', `${metres[1]?.replaceAll('.', '')}${metres[2] === undefined ? '' : `.${metres[2]}`}`, {
            unit: 'linearmetre',
          }),
        )
      : '',
  );
}

function access(conditions: readonly string[]): string {
  const isOfDisability = (text: string) => /disabil|barrier|sedia a rotelle|wheelchair/i.test(text);
  const forAll = conditions.filter(isOfDisability);
  return (
    wrap(
      'access',
      { question: 'yes' },
      ...conditions.filter((text) => !isOfDisability(text)).map((text) => leaf('restaccess', text)),
    ) +
    (forAll.map((text) => leaf('accessibility', text, { question: 'yes' })).join('') ||
      wrap('accessibility', { question: 'no' }))
  );
}

/** Where the services that the format has a name for say what they are. */
const placeOfService: Readonly<Record<string, (text: string) => string>> = {
  searchroom: (text) => wrap('searchroom', {}, wrap('researchServices', {}, note([text]))),
  internetAccess: (text) => wrap('internetAccess', { question: 'yes' }, note([text])),
  techservices: (text) => wrap('techservices', {}, wrap('reproductionser', { question: 'yes' }, note([text]))),
  recreationalServices: (text) => wrap('recreationalServices', {}, wrap('otherServices', {}, note([text]))),
};

function services(all: InstitutionDescription['services']): string {
  return wrapped(
    'services',
    {},
    ...Object.entries(placeOfService).map(([label, write]) => {
      const text = all
        .filter((service) => service.label === label && says(service.text))
        .map((service) => service.text)
        .join('; ');
      return text === '' ? '' : write(text);
    }),
  );
}

function relations({ fonds }: HarvestInstitution, site: DisseminatingSite): string {
  return wrapped(
    'relations',
    {},
    ...fonds.map(({ id, title }) =>
      wrap(
        'resourceRelation',
        { resourceRelationType: 'other', href: `${site.baseUrl}/id/${id}` },
        leaf('relationEntry', title),
      ),
    ),
  );
}
