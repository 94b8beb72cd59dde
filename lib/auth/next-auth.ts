import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { authConfig } from './auth-config.ts';

const { handlers } = NextAuth(async (request) => {
  const { signIn, baseUrl, staff, citizens, emailAccounts, sessions, authSecret } = composition();
  const browser = request?.headers.get('user-agent') ?? '';
  const secret = await authSecret();
  return authConfig({
    signIn,
    baseUrl,
    staff,
    citizens,
    emailAccounts,
    sessions,
    browser,
    secret,
    now: () => new Date(),
  });
});

/** A request under the address it was given: Next writes `localhost` for 127.0.0.1, which to a browser is another site. */
class AddressedRequest extends NextRequest {
  private readonly address: string;

  constructor(address: URL, init: Request | { headers: HeadersInit }) {
    super(address, init);
    this.address = address.href;
  }

  override get url(): string {
    return this.address;
  }
}

/** Asks next-auth, under the site's public address: what a request says of its host is not believed. */
export function askNextAuth(pathAndQuery: string, init: Request | { headers: HeadersInit }): Promise<Response> {
  const request = new AddressedRequest(new URL(pathAndQuery, composition().baseUrl), init);
  return request.method === 'POST' ? handlers.POST(request) : handlers.GET(request);
}
