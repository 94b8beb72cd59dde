import { readFileSync } from 'node:fs';
import { Client, errors } from '@elastic/elasticsearch';
import type { ElasticsearchConfig } from '#lib/config.ts';

/** The one file that knows the client's package; the others take its types from here. */
export type { Client, estypes } from '@elastic/elasticsearch';

/** For writing and administration; searches have their own, shorter (elasticsearch-run.ts). */
const requestTimeout = 30_000;

export function connectElasticsearch({ nodes, apiKey, ca }: Omit<ElasticsearchConfig, 'prefix'>): Client {
  return new Client({
    nodes: [...nodes],
    requestTimeout,
    // Each node of a cluster is asked once more before the cluster is said to be away.
    maxRetries: nodes.length + 1,
    ...(apiKey ? { auth: { apiKey } } : {}),
    ...(ca ? { tls: { ca: ca.startsWith('-----BEGIN') ? ca : readFileSync(ca, 'utf8') } } : {}),
  });
}

/** The HTTP status by which Elasticsearch refused; null for any other error. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? (error.statusCode ?? null) : null;
}

/**
 * Whether the cluster, not the question, is at fault: not reached, no answer in time, no room, a node on its way, a key that is refused
 * or (404) an index that was never filled. An error inside it (500) may be this question's alone: the reserve answers it, and the others are asked
 * there as before, or one reader could send all to the reserve.
 */
export function isAway(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== null) return [401, 403, 404, 429].includes(status) || status > 500;
  return error instanceof errors.ElasticsearchClientError;
}
