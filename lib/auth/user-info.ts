import { z } from 'zod';

const discoverySchema = z.object({ userinfo_endpoint: z.url() });
const subjectSchema = z.looseObject({ sub: z.string() });

/**
 * What a provider says of somebody beyond the token (OpenID Connect Core §5.3): some tell the tax code only there. Claims of another subject are
 * thrown away (§5.3.2).
 */
export async function userInfo(issuer: string, accessToken: string, subject: string): Promise<Record<string, unknown>> {
  const told = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {});
  const { userinfo_endpoint } = discoverySchema.parse(told);
  const claims = subjectSchema.parse(await read(userinfo_endpoint, { authorization: `Bearer ${accessToken}` }));
  if (claims.sub !== subject) throw new Error('the identity provider told of somebody else');
  return claims;
}

async function read(url: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the identity provider answered ${answer.status}`);
  return answer.json();
}
