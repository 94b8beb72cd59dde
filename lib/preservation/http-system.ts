import { Readable, Transform } from 'node:stream';
import { longestReport, saidIn, UnsoundPackage, type PreservationSystem, type Verdict } from './preservation-system.ts';

/** Milliseconds without a byte in either direction after which a call is given up. */
const patience = 60_000;

/**
 * A system that is spoken to by HTTP. `PUT <url>/<id>` brings the package: 2xx and 409 (it is there already) mean it has it, 400, 413, 415 and
 * 422 that it will not take it. `GET <url>/<id>/report` asks for the rapporto di versamento: 200 is acceptance, 422 refusal, 202 and 404 not yet.
 * User and password of the URL go along as Basic authentication.
 */
export function httpSystem(url: string, wait = patience): PreservationSystem {
  const { base, headers } = partsOf(url);
  const addressOf = (id: string) => `${base}/${encodeURIComponent(id)}`;
  return {
    name: base,
    async send({ id, open }) {
      const ending = stalled(wait);
      const body = open();
      let unsound: UnsoundPackage | null = null;
      body.on('error', (error) => {
        if (error instanceof UnsoundPackage) unsound = error;
        ending.abort(error);
      });
      const watched = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          ending.moved();
          done(null, chunk);
        },
      });
      body.on('error', (error) => watched.destroy(error));
      watched.on('error', () => undefined);
      watched.on('close', () => body.destroy());
      try {
        // DOM's types do not know that a body that streams must say so.
        const request: RequestInit & { duplex: 'half' } = {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/zip' },
          body: Readable.toWeb(body.pipe(watched)) as ReadableStream<Uint8Array>,
          duplex: 'half',
          redirect: 'error',
          signal: ending.signal,
        };
        const response = await fetch(addressOf(id), request);
        ending.moved();
        const answer = await boundedBody(response, ending);
        if (response.ok || response.status === 409) return { kind: 'sent' };
        const said = `HTTP ${response.status} ${answer ? saidIn(answer) : ''}`.trim();
        return [400, 413, 415, 422].includes(response.status)
          ? { kind: 'refused', said, report: answer && answer.byteLength > 0 ? answer : null }
          : { kind: 'failed', said };
      } catch (error) {
        if (unsound !== null) throw unsound;
        return { kind: 'failed', said: reasonOf(error) };
      } finally {
        ending.over();
        watched.destroy();
      }
    },
    async ask(id): Promise<Verdict> {
      const ending = stalled(wait);
      try {
        const response = await fetch(`${addressOf(id)}/report`, { headers, redirect: 'error', signal: ending.signal });
        const report = await boundedBody(response, ending);
        if (response.status === 202 || response.status === 404) return { kind: 'pending' };
        if (response.status !== 200 && response.status !== 422)
          return { kind: 'failed', said: `HTTP ${response.status} ${report ? saidIn(report) : ''}`.trim() };
        // An acceptance without a report would be no evidence.
        if (!report || report.byteLength === 0)
          return { kind: 'failed', said: `HTTP ${response.status} without a report, or with one that is too long` };
        return response.status === 200
          ? { kind: 'accepted', report }
          : { kind: 'refused', said: saidIn(report), report };
      } catch (error) {
        return { kind: 'failed', said: reasonOf(error) };
      } finally {
        ending.over();
      }
    },
  };
}

function partsOf(text: string): { base: string; headers: Record<string, string> } {
  const url = new URL(text);
  const { username, password } = url;
  url.username = url.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    base: url.href.replace(/\/+$/, ''),
    headers: username ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {},
  };
}

interface Stall {
  signal: AbortSignal;
  moved(): void;
  abort(why: unknown): void;
  over(): void;
}

/** Gives up when nothing has moved for so long, however long the whole may take. */
function stalled(wait: number): Stall {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer for ${wait / 1000} s`)), wait);
  return {
    signal: controller.signal,
    moved: () => timer.refresh(),
    abort: (why) => controller.abort(why),
    over: () => clearTimeout(timer),
  };
}

/** The body of an answer; null where it is longer than any report. */
async function boundedBody(response: Response, ending: Stall): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(parts);
    ending.moved();
    bytes += next.value.byteLength;
    if (bytes > longestReport) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
