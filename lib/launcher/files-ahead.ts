import { IncomingMessage, type ServerResponse } from 'node:http';
import type { Session } from '#lib/access/session.ts';
import { findSession } from '#lib/auth/find-session.ts';
import { composition } from '#lib/composition.ts';
import { longestFile, longestTyped } from '#lib/http/forms/form-limits.ts';
import { mayTakeFiles } from '#lib/http/forms/form-guard.ts';
import { holdForm } from '#lib/http/forms/hold-form.ts';
import { receiveForm, type ReceivedForm } from '#lib/http/forms/receive-form.ts';
import { cookieOf, isMultipart, refuseForm } from '#lib/http/forms/refuse-form.ts';
import { forgetSending, noteSending, sendingField, type Sending } from '#lib/http/forms/sending.ts';
import { createUnderWay } from '#lib/http/forms/under-way.ts';
import { forgetSent } from '#lib/http/forms/sent-files.ts';
import { writablePath } from '#lib/http/writable-paths.ts';
import { receiveDocument } from '#lib/store/documents/receive.ts';

/** Whether a request is a form that may carry files. */
export const carriesFiles = (request: IncomingMessage): boolean =>
  request.method === 'POST' && isMultipart(request) && writablePath(request.url ?? '')?.longestWithFiles !== undefined;

/**
 * Takes the files out of a form while it comes: Next would read it whole into memory, and each file of it once more. What goes on to Next is the
 * same form with, in place of each file, what its page finds the bytes by (lib/http/forms/sent-files.ts).
 * @returns the request that Next is given; null when it was answered here
 */
export async function takeFiles(request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage | null> {
  const { pathname } = new URL(request.url ?? '/', 'http://site');
  const parts = composition();
  const length = Number(request.headers['content-length'] ?? 0);
  const session = await findSession(parts, (name) => cookieOf(request, name));
  // A long one is not even read; a short one is answered by its page, which keeps what was typed.
  if (!session && length > longestTyped) return refused(request, response, 'signIn');
  // A short one without files takes no room; a long one does until it is answered.
  const isLong = length > longestTyped || request.headers['content-length'] === undefined;
  const ended = session && isLong ? underWay.begin(ownerOf(session)) : () => undefined;
  if (session && !ended) return refused(request, response, 'busy');
  if (ended) response.once('close', ended);
  const sending = { received: 0, total: length };
  coming.add(sending);
  let key = '';
  let denied = false;
  let fits: Promise<boolean> | null = null;
  request.on('data', (part: Buffer) => (sending.received += part.length));
  request.pause();
  const may = async (typed: ReadonlyMap<string, string>): Promise<boolean> => {
    await parts.procedureTypes.current();
    denied = !session || !(await mayTakeFiles(parts, pathname, session, typed));
    if (denied && length > longestTyped) refuseForm(request, response, session ? 'notAllowed' : 'signIn');
    return !denied;
  };
  let form: ReceivedForm;
  try {
    form = await receiveForm(request, request.headers['content-type'] ?? '', {
      may,
      take: async (source) =>
        (await (fits ??= parts.room(toCome())))
          ? receiveDocument(parts.dataDir, source, longestFile, { room: parts.room })
          : { kind: 'noSpace' },
      typed: (name, value) => {
        if (name !== sendingField || key !== '') return;
        key = value;
        noteSending(key, sending);
      },
    });
  } finally {
    forgetSending(key);
    coming.delete(sending);
  }
  if (form.kind !== 'form') return response.headersSent ? null : refused(request, response, form.kind);
  const { tokens, data } = form;
  if (response.headersSent || response.closed) {
    await forgetSent(tokens);
    return null;
  }
  if (!session && keepsTyped(request, pathname)) {
    await forgetSent(tokens);
    holdForm(request, response, data);
    return null;
  }
  // Next would fail on it as if the fault were ours.
  if ([...data].some(([name, value]) => isTornState(name, value))) {
    await forgetSent(tokens);
    return refused(request, response, 'unreadable');
  }
  response.once('close', () => {
    forgetSent(tokens).catch((error: unknown) => console.error(error));
  });
  return withBody(request, data);
}

/** Without script the page of a form of Mia Pagina would lead to sign in, and what was typed would be lost; with script its action answers. */
const keepsTyped = ({ headers }: IncomingMessage, pathname: string): boolean =>
  pathname.startsWith('/mia-pagina/') && headers['next-action'] === undefined;

const underWay = createUnderWay();
/** Forms that are coming, in this process. */
const coming = new Set<Sending>();
/** Bytes that they have said will come yet: who begins finds room beside the others, not the room that is theirs. */
const toCome = (): number => [...coming].reduce((sum, { received, total }) => sum + Math.max(total - received, 0), 0);
const ownerOf = (session: Session): string =>
  session.kind === 'staff' ? `staff:${session.member}` : `citizen:${session.agent}`;

/** What React carries in a form without script, and is no JSON: somebody has written in it. */
function isTornState(name: string, value: string | File): boolean {
  if (!/^\$ACTION_\d+:\d+$/.test(name) || typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return false;
  } catch {
    return true;
  }
}

function refused(request: IncomingMessage, response: ServerResponse, why: Parameters<typeof refuseForm>[2]): null {
  refuseForm(request, response, why);
  return null;
}

/** The same request with another form in it. */
async function withBody(request: IncomingMessage, data: FormData): Promise<IncomingMessage> {
  const made = new Response(data);
  const body = Buffer.from(await made.arrayBuffer());
  const next = new IncomingMessage(request.socket);
  const headers = {
    ...request.headers,
    'content-type': made.headers.get('content-type') ?? '',
    'content-length': String(body.length),
  };
  Object.assign(next, {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    headers,
    rawHeaders: Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((one) => [name, one])),
    complete: true,
  });
  next.push(body);
  next.push(null);
  return next;
}
