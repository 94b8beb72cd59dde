import type { NextAuthConfig } from 'next-auth';
import { z } from 'zod';
import { knownByOf, personaOf } from '#lib/access/persona.ts';
import type { SignIn } from '#lib/config.ts';
import type { CitizenStore } from '#lib/store/citizens/citizen-store.ts';
import type { StaffStore } from '#lib/store/staff/staff-store.ts';
import { personOf } from './citizen-claims.ts';
import { userInfo } from './user-info.ts';

type Provider = NextAuthConfig['providers'][number];
type Oidc = Extract<SignIn, { kind: 'oidc' }>;

/** The buttons of the demonstration: no password, for nobody but who runs the site can press them. */
export const demoProvider = (staff: StaffStore): Provider => ({
  id: 'demo',
  name: 'demo',
  type: 'credentials',
  credentials: { persona: {} },
  authorize: async ({ persona }) => {
    const known = personaOf(persona);
    const who = known && (await staff.findPersona(known));
    return who && known ? { who, knownBy: knownByOf(known) } : null;
  },
});

const common = ({ issuer, clientId, clientSecret }: Oidc) => ({
  type: 'oidc' as const,
  issuer,
  clientId,
  clientSecret,
  checks: ['pkce' as const, 'state' as const, 'nonce' as const],
});

/** The first alone: a Keycloak that does not know one of several asks for none. */
const askFor = ([first = '']: readonly string[]) => ({ params: { acr_values: first } });

const accountSchema = z.object({ sub: z.string().min(1), acr: z.string().nullish().catch(null) });

/** Citizens and who acts for a business: whoever SPID, CIE or eIDAS vouches for comes in. */
export const citizenProvider = (signIn: Oidc, citizens: CitizenStore): Provider => ({
  ...common(signIn),
  id: 'oidc',
  name: 'SPID, CIE, eIDAS',
  authorization: askFor(signIn.citizenAcr),
  profile: async (profile, { access_token }) => {
    const { sub, acr } = accountSchema.parse(profile);
    if (!acr || !signIn.citizenAcr.includes(acr)) return { id: sub, refused: 'oneFactor' as const };
    const person =
      personOf(profile) ??
      (access_token ? personOf({ ...profile, ...(await userInfo(signIn.issuer, access_token, sub)) }) : null);
    if (!person) return { id: sub, refused: 'noCode' as const };
    const knownBy = person.foreignIdentifier === null ? ('digitalIdentity' as const) : ('eidas' as const);
    return { id: sub, knownBy, who: await citizens.match({ ...person, by: 'oidc', assurance: acr }) };
  },
});

const staffSchema = accountSchema.extend({
  email: z.email().nullish().catch(null),
  email_verified: z.boolean().optional().catch(undefined),
});

/** Who works here: whom the provider knows by two factors and `staff_member` names. */
export const staffProvider = (signIn: Oidc, staff: StaffStore): Provider => ({
  ...common(signIn),
  id: 'staff',
  name: 'Comune',
  authorization: askFor(signIn.staffAcr),
  profile: async (profile) => {
    const { sub, acr, email, email_verified } = staffSchema.parse(profile);
    if (!acr || !signIn.staffAcr.includes(acr)) return { id: sub, refused: 'oneFactor' as const };
    const who = await staff.matchAccount({
      subject: sub,
      email: email ?? null,
      emailDoubtful: email_verified !== true,
    });
    return who ? { id: sub, who } : { id: sub, refused: 'unknown' as const };
  },
});
