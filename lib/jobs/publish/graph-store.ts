import { setTimeout as sleep } from 'node:timers/promises';
import type { NamedNode } from '#lib/records/rdf/terms.ts';

/** A triple store by the SPARQL 1.1 Graph Store HTTP Protocol (W3C 2013), graphs named in the address (§4.2). */
export interface GraphStore {
  /** Puts the graph in the place of the one that bears the name. */
  put(graph: NamedNode, ntriples: string): Promise<void>;
  /** Takes a graph away; one that is not there is away already. */
  remove(graph: NamedNode): Promise<void>;
}

export interface GraphStoreAddress {
  /** Without name and password. */
  url: string;
  /** The header, where the store wants one. */
  authorization: string | null;
}

/** Milliseconds for one answer. */
const patience = 60_000;
const attempts = 6;

/** The store would not, or does not answer. */
export class GraphStoreError extends Error {}

/** An address as somebody writes it: with name and password in it, perhaps. */
export function readAddress(text: string, authorization: string | null): GraphStoreAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const { username, password } = url;
  url.username = url.password = url.hash = '';
  const own = username
    ? `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
    : null;
  return { url: url.href, authorization: own ?? authorization };
}

/** @param pause how to wait between attempts, in milliseconds */
export function openGraphStore(
  { url, authorization }: GraphStoreAddress,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): GraphStore {
  const at = (graph: NamedNode): string => {
    const target = new URL(url);
    target.searchParams.set('graph', graph.value);
    return target.href;
  };
  const call = async (method: string, graph: NamedNode, body: string | null, allowed: readonly number[]) => {
    for (let attempt = 1; ; attempt++) {
      const told = await once(method, at(graph), body, authorization);
      if (told.status !== null && ((told.status >= 200 && told.status < 300) || allowed.includes(told.status))) return;
      if (!isPassing(told.status) || attempt === attempts)
        throw new GraphStoreError(`${method} of <${graph.value}>: ${told.said}`);
      await pause(told.retryAfter ?? 250 * 2 ** attempt);
    }
  };
  return {
    put: (graph, ntriples) => call('PUT', graph, ntriples, []),
    remove: (graph) => call('DELETE', graph, null, [404]),
  };
}

interface Told {
  status: number | null;
  said: string;
  retryAfter: number | null;
}

/** What may be otherwise in a moment. */
const isPassing = (status: number | null): boolean =>
  status === null || status === 408 || status === 429 || status === 502 || status === 503 || status === 504;

async function once(method: string, address: string, body: string | null, authorization: string | null): Promise<Told> {
  try {
    const answer = await fetch(address, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/n-triples' }),
        ...(authorization === null ? {} : { authorization }),
      },
      ...(body === null ? {} : { body }),
    });
    const said = (await answer.text()).slice(0, 300);
    const seconds = Number(answer.headers.get('retry-after') ?? NaN);
    const retryAfter = seconds >= 0 && seconds <= 3600 ? seconds * 1000 : null;
    return { status: answer.status, said: `${answer.status} ${said}`.trim(), retryAfter };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return {
      status: null,
      said: `${error instanceof Error ? error.message : String(error)}${cause}`,
      retryAfter: null,
    };
  }
}
