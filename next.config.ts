import type { NextConfig } from 'next';
import { securityHeaders } from './lib/http/security-headers.ts';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Each build goes into a folder of its own (lib/launcher/build-folders.ts); `next dev` keeps its usual one.
  ...(process.env.ELI4U_BUILD ? { distDir: process.env.ELI4U_BUILD } : {}),
  // `npm run check` checks types; a start must not fail for a test's. A tsconfig that extends another is not rewritten by a build.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'lib/launcher/build-tsconfig.json' },
  // Titles and links of every page stand in its head, for readers without script as for robots.
  htmlLimitedBots: /.*/,
  // Drivers that must stay outside the bundles.
  serverExternalPackages: ['pg', 'pg-copy-streams', '@elastic/elasticsearch'],
  // What is typed in a form (lib/http/forms/form-limits.ts), and what multipart puts around it; files never get here.
  experimental: { serverActions: { bodySizeLimit: '6mb' }, proxyClientMaxBodySize: '6mb' },
  headers: async () => [
    {
      source: '/:path*',
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
    // A viewer of another site waits for its window to be closed while somebody signs in there (Authorization Flow 2.0 §5.1): to one that no longer
    // knows its opener it has been closed. What only leads there is no page.
    {
      source: '/accedi',
      has: [{ type: 'query', key: 'returnTo', value: '/iiif/auth/access/.*' }],
      headers: [{ key: 'Cross-Origin-Opener-Policy', value: 'unsafe-none' }],
    },
    { source: '/api/auth/callback/:path*', headers: [{ key: 'Cross-Origin-Opener-Policy', value: 'unsafe-none' }] },
    // Documents are shown within our own pages (lib/http/document-policy.ts).
    { source: '/:path*/contenuto', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] },
  ],
};

export default config;
