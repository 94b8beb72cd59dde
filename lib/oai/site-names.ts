import type { DisseminatingSite } from '#lib/records/harvest-views.ts';

/** A domain as the schema of oai-identifier takes it: with a dot, and letters first between dots. */
const domain = /^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+$/;

/** What a site that was told no domain is named by: one that nobody else can have. */
const nobody = 'eli4u.localhost';

/** By which names the site disseminates; what is not configured is taken from its address. */
export function siteNames(config: {
  baseUrl: string;
  oaiDomain: string | null;
  name: string;
  adminEmail: string | null;
}): DisseminatingSite {
  const { hostname } = new URL(config.baseUrl);
  const oaiDomain = config.oaiDomain ?? (domain.test(hostname) ? hostname : nobody);
  return {
    baseUrl: config.baseUrl,
    oaiDomain,
    name: config.name,
    contact: config.adminEmail ?? `postmaster@${oaiDomain}`,
  };
}
