import { readFileSync } from 'node:fs';
import { Client, errors } from '@elastic/elasticsearch';
import type { Config } from '#lib/config.ts';

/** The one file that knows the client's package; the others take its types from here. */
export type { Client, estypes } from '@elastic/elasticsearch';

/** Longer than any search may take by itself (`searchTimeout`), so that the server is the one to say so. */
const requestTimeout = 30_000;

export function connectElasticsearch({ url, apiKey, ca }: NonNullable<Config['elasticsearch']>): Client {
  return new Client({
    node: url,
    requestTimeout,
    maxRetries: 2,
    ...(apiKey ? { auth: { apiKey } } : {}),
    ...(ca ? { tls: { ca: ca.startsWith('-----BEGIN') ? ca : readFileSync(ca, 'utf8') } } : {}),
  });
}

/** The HTTP status by which Elasticsearch refused; null for any other error. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? (error.statusCode ?? null) : null;
}
