import { z } from 'zod';

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

/** What brokers of SPID and CIE say (AgID, attributes of SPID: fiscalNumber, name, familyName, email), and what OpenID Connect calls the same. */
const claimsSchema = z.object({
  fiscalNumber: text,
  fiscal_number: text,
  personIdentifier: text,
  person_identifier: text,
  name: text,
  familyName: text,
  given_name: text,
  family_name: text,
  email: z.email().max(254).nullish().catch(null),
});

const taxCodePattern = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** The person of these claims; null where they name nobody that can be told apart. A tax code may come as `TINIT-…` (ETSI EN 319 412-1 §5.1.3). */
export function personOf(claims: unknown): KnownPerson | null {
  const said = claimsSchema.safeParse(claims).data;
  if (!said) return null;
  const code = (said.fiscalNumber ?? said.fiscal_number ?? '').toUpperCase().replace(/^TINIT-/, '');
  const taxCode = taxCodePattern.test(code) ? code : null;
  const foreignIdentifier = taxCode === null ? (said.personIdentifier ?? said.person_identifier ?? null) : null;
  const name = fullName(said.given_name ?? said.name ?? null, said.familyName ?? said.family_name ?? null);
  if (name === null || (taxCode === null && foreignIdentifier === null)) return null;
  return { name, taxCode, foreignIdentifier, email: said.email ?? null };
}

/** SPID's `name` is the given name, OpenID Connect's the whole one; brokers send either beside the family name. */
function fullName(name: string | null, family: string | null): string | null {
  if (name === null || family === null) return family === null ? name : null;
  const [whole, end] = [name.toLocaleLowerCase('it'), family.toLocaleLowerCase('it')];
  return whole.endsWith(` ${end}`) || whole.startsWith(`${end} `) ? name : `${name} ${family}`;
}
