import { z } from 'zod';
import { eidasIdentifier } from './eidas-identifier.ts';

/** Whom an identity provider vouches for. */
export interface KnownPerson {
  name: string;
  /** Upper case; null for who has none. */
  taxCode: string | null;
  /** eIDAS: who has no Italian tax code is known by the identifier of their own State. */
  foreignIdentifier: string | null;
  email: string | null;
}

const text = z.string().trim().min(1).max(300).nullish().catch(null);

/**
 * What brokers of SPID and CIE say (AgID, attributes of SPID: fiscalNumber, name, familyName, email; SPID/CIE OpenID Connect: claims below
 * attributes.eid.gov.it), what the Italian eIDAS node says of who comes from another State (by the names of the eIDAS attribute profile, or with the
 * identifier in SPID's own spidCode), and what OpenID Connect calls the same.
 */
const claimsSchema = z.object({
  fiscalNumber: text,
  fiscal_number: text,
  'https://attributes.eid.gov.it/fiscal_number': text,
  'https://attributes.spid.gov.it/fiscalNumber': text,
  personIdentifier: text,
  person_identifier: text,
  PersonIdentifier: text,
  'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier': text,
  spidCode: text,
  spid_code: text,
  'https://attributes.eid.gov.it/spid_code': text,
  name: text,
  FirstName: text,
  'http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName': text,
  familyName: text,
  FamilyName: text,
  'http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName': text,
  given_name: text,
  family_name: text,
  email: z.email().max(254).nullish().catch(null),
});
type Claims = z.infer<typeof claimsSchema>;

const taxCodePattern = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** The person of these claims; null where they name nobody that can be told apart. A tax code may come as `TINIT-…` (ETSI EN 319 412-1 §5.1.3). */
export function personOf(claims: unknown): KnownPerson | null {
  const said = claimsSchema.safeParse(claims).data;
  if (!said) return null;
  const taxCode = taxCodeOf(said);
  const foreignIdentifier = taxCode === null ? foreignOf(said) : null;
  const name = nameOf(said);
  if (name === null || (taxCode === null && foreignIdentifier === null)) return null;
  return { name, taxCode, foreignIdentifier, email: said.email ?? null };
}

function taxCodeOf(said: Claims): string | null {
  const code =
    said.fiscalNumber ??
    said.fiscal_number ??
    said['https://attributes.eid.gov.it/fiscal_number'] ??
    said['https://attributes.spid.gov.it/fiscalNumber'] ??
    '';
  const plain = code.toUpperCase().replace(/^TINIT-/, '');
  return taxCodePattern.test(plain) ? plain : null;
}

/** The first that has the shape: SPID's own code of a person bears the same name as the identifier. */
function foreignOf(said: Claims): string | null {
  const given = [
    said.personIdentifier,
    said.person_identifier,
    said.PersonIdentifier,
    said['http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier'],
    said.spidCode,
    said.spid_code,
    said['https://attributes.eid.gov.it/spid_code'],
  ];
  return given.map(eidasIdentifier).find((one) => one !== null) ?? null;
}

const nameOf = (said: Claims): string | null =>
  fullName(
    said.given_name ??
      said['http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName'] ??
      said.FirstName ??
      said.name ??
      null,
    said.familyName ??
      said.family_name ??
      said['http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName'] ??
      said.FamilyName ??
      null,
  );

/** SPID's `name` is the given name, OpenID Connect's the whole one; brokers send either beside the family name. */
function fullName(name: string | null, family: string | null): string | null {
  if (name === null || family === null) return family === null ? name : null;
  const [whole, end] = [name.toLocaleLowerCase('it'), family.toLocaleLowerCase('it')];
  return whole.endsWith(` ${end}`) || whole.startsWith(`${end} `) ? name : `${name} ${family}`;
}
