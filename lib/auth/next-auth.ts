import NextAuth from 'next-auth';
import { NextRequest } from 'next/server';
import { composition } from '#lib/composition.ts';
import { authConfig } from './auth-config.ts';

const { handlers } = NextAuth(async () => {
  const { signIn, baseUrl, staff, authSecret } = composition();
  return authConfig({
    signIn,
    baseUrl,
    staff,
    secret: await authSecret(),
    nowSeconds: () => Math.floor(Date.now() / 1000),
  });
});

/** Asks next-auth, under the site's public address: what a request says of its host is not believed. */
export function askNextAuth(pathAndQuery: string, init: Request | { headers: HeadersInit }): Promise<Response> {
  const request = new NextRequest(new URL(pathAndQuery, composition().baseUrl), init);
  return request.method === 'POST' ? handlers.POST(request) : handlers.GET(request);
}
