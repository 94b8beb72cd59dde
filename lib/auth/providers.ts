import type { NextAuthConfig } from 'next-auth';
import { z } from 'zod';
import { personaOf } from '#lib/access/persona.ts';
import type { SignIn } from '#lib/config.ts';
import type { StaffStore } from '#lib/store/staff/staff-store.ts';

type Provider = NextAuthConfig['providers'][number];

/** The buttons of the demonstration: no password, for nobody but who runs the site can press them. */
export const demoProvider = (staff: StaffStore): Provider => ({
  id: 'demo',
  name: 'demo',
  type: 'credentials',
  credentials: { persona: {} },
  authorize: async ({ persona }) => {
    const known = personaOf(persona);
    const who = known && (await staff.findPersona(known));
    return who ? { who } : null;
  },
});

const profileSchema = z.object({
  sub: z.string().min(1),
  email: z.email().nullish().catch(null),
  email_verified: z.boolean().optional().catch(undefined),
});

/** The identity provider of the Comune: whoever it knows and `staff_member` names comes in. */
export const oidcProvider = (
  { issuer, clientId, clientSecret }: Extract<SignIn, { kind: 'oidc' }>,
  staff: StaffStore,
): Provider => ({
  id: 'oidc',
  name: 'OpenID Connect',
  type: 'oidc',
  issuer,
  clientId,
  clientSecret,
  checks: ['pkce', 'state', 'nonce'],
  profile: async (profile) => {
    const { sub, email, email_verified } = profileSchema.parse(profile);
    const who = await staff.matchAccount({
      subject: sub,
      email: email ?? null,
      emailDoubtful: email_verified === false,
    });
    return { id: sub, who: who ?? undefined };
  },
});
