import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/** Who signs in at the provider next, and what it says of them. */
export interface ProvidedAccount {
  sub: string;
  email?: string;
  email_verified?: boolean;
  acr?: string;
}

export interface IdentityProvider {
  issuer: string;
  account: ProvidedAccount;
  close(): void;
}

const client = { id: 'eli4u', secret: 'a secret with : and %' };
export const providerClient = client;

/** An OpenID Connect provider that signs everybody in without asking: discovery, code with PKCE, RS256, as the standard says. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<
    string,
    { nonce: string | null; challenge: string; redirect: string; account: ProvidedAccount }
  >();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return json(metadata(provider.issuer));
    if (url.pathname === '/keys')
      return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const ask = (name: string) => url.searchParams.get(name);
      const code = randomBytes(9).toString('hex');
      const redirect = ask('redirect_uri') ?? '';
      codes.set(code, {
        nonce: ask('nonce'),
        challenge: ask('code_challenge') ?? '',
        redirect,
        account: provider.account,
      });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', ask('state') ?? '');
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname !== '/token') return json({}, 404);
    bodyOf(request)
      .then((form) => {
        const known = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        const proof = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const isClient = request.headers.authorization === `Basic ${credentials()}`;
        if (!known || !isClient || proof !== known.challenge || form.get('redirect_uri') !== known.redirect)
          return json({ error: 'invalid_grant' }, 400);
        const now = Math.floor(Date.now() / 1000);
        const claims = {
          iss: provider.issuer,
          aud: client.id,
          iat: now,
          exp: now + 60,
          nonce: known.nonce,
          ...known.account,
        };
        return json({ access_token: 'unused', token_type: 'Bearer', id_token: signed(claims, keys.privateKey) });
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${port}`,
    account: { sub: 'nobody' },
    close: () => void server.close(),
  };
  return provider;
}

/** RFC 6749 §2.3.1: both form-encoded before they are joined. */
const credentials = () =>
  Buffer.from(
    [client.id, client.secret].map((text) => new URLSearchParams({ x: text }).toString().slice(2)).join(':'),
  ).toString('base64');

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
});

function signed(claims: object, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}
