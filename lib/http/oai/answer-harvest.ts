import { answerOai } from '#lib/oai/answer.ts';
import type { Provider } from '#lib/oai/provider.ts';
import type { ReadAhead } from '#lib/oai/read-ahead.ts';

/** A question of a harvester, as it came. */
export interface HarvestQuestion {
  method: string;
  /** What follows the question mark. */
  query: string;
  contentType: string | null;
  /** Of a POST. */
  body: string;
}

export interface HarvestAnswer {
  status: number;
  headers: Record<string, string>;
  /** A part at a time; whoever takes them calls `done` in the end, however it ends. */
  parts: AsyncIterable<string>;
  done(): void;
}

/** Harvests answered at once: each holds a connection, a finding aid for as long as somebody reads it. */
export const harvestsAtOnce = 8;
/** Seconds after which who came too many may come again. */
const comeAgain = 5;

const headers = { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-cache' };

/** One at a site: answers harvesters, and so many at once that the site's pages do not wait for them. */
export function createHarvestDoor(provider: () => Promise<Provider>, atOnce = harvestsAtOnce) {
  let underWay = 0;
  return async function answerHarvest(question: HarvestQuestion): Promise<HarvestAnswer> {
    if (question.method === 'HEAD') return { status: 200, headers, parts: none(), done: () => undefined };
    if (underWay >= atOnce) return busy();
    underWay++;
    let ended = false;
    let ahead: ReadAhead | null = null;
    const done = () => {
      if (ended) return;
      ended = true;
      underWay--;
      ahead?.start();
    };
    try {
      const from = await provider();
      ahead = from.ahead;
      return { status: 200, headers, parts: await answerOai(from, argumentsOf(question)), done };
    } catch (error) {
      done();
      throw error;
    }
  };
}
export type HarvestDoor = ReturnType<typeof createHarvestDoor>;

/** OAI-PMH 2.0 §3.1.1: in the address, or by POST in a form. */
function argumentsOf({ method, query, contentType, body }: HarvestQuestion): Iterable<readonly [string, string]> {
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '');
  const form = method === 'POST' && isForm ? body : '';
  return [...new URLSearchParams(query), ...new URLSearchParams(form)];
}

/** OAI-PMH 2.0 §3.1.2.1. */
const busy = (): HarvestAnswer => ({
  status: 503,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': String(comeAgain),
    'cache-control': 'no-store',
  },
  parts: one('Too many harvests are under way. Please come again in some seconds.\n'),
  done: () => undefined,
});

async function* none(): AsyncGenerator<string> {}
async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
