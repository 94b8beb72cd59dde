import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerDocument } from '#lib/http/procedures/answer-document.ts';
import { answerNewVersion } from '#lib/http/procedures/answer-versions.ts';
import { answerPiece } from '#lib/http/uploads/answer-uploads.ts';
import { letGo } from '#lib/http/let-go.ts';
import { sendAnswer } from './send-answer.ts';
import { webRequest } from './web-request.ts';

type Answer = (request: Request, id: string, further: string) => Promise<Response>;

/** What takes bytes of any length, by method and path. */
const answers: readonly (readonly [string, RegExp, Answer])[] = [
  ['POST', /^\/api\/v1\/procedures\/([^/]+)\/documents$/, answerDocument],
  ['POST', /^\/api\/v1\/procedures\/([^/]+)\/documents\/([^/]+)\/versions$/, answerNewVersion],
  ['PATCH', /^\/api\/v1\/uploads\/([^/]+)$/, answerPiece],
];

/** Their addresses. */
export const documentsAheadOfNext: readonly RegExp[] = answers.map(([, pattern]) => pattern);

/**
 * Whether the request is answered here: Next gives a route its body as a stream that takes whatever comes, however slowly it is read, so that an
 * upload is as much memory as it is long. Here a part is asked for when the one before is on the disk. The same functions stand behind the routes
 * of Next, for whoever serves it otherwise.
 */
export function answeredDocument(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://site');
  for (const [method, pattern, answer] of answers) {
    const found = request.method === method ? pattern.exec(url.pathname) : null;
    if (!found) continue;
    const [, id = '', further = ''] = found.map(decoded);
    answer(webRequest(request, url), id, further)
      .then((given) => sendAnswer(given, request, response))
      .catch((error: unknown) => {
        console.error(error);
        response.destroy();
      })
      .finally(() => letGo(request));
    return true;
  }
  return false;
}

/** As Next does: what cannot be decoded is no id of ours. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
