import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerImageAuth, authPath } from '#lib/http/images/answer-auth.ts';
import { answerImage } from '#lib/http/images/answer-image.ts';
import { plainAnswer, type ImageAnswer } from '#lib/http/images/image-answer.ts';
import { createImageDoor, type ImageDoor } from '#lib/http/images/image-door.ts';
import { composition } from '#lib/composition.ts';
import { securityHeaders } from '#lib/http/security-headers.ts';
import { imagePath } from '#lib/iiif/image/image-address.ts';
import { createBytesUnderWay, type BytesUnderWay } from './bytes-under-way.ts';

let made: ImageDoor | null = null;
/** The site's own: not of the composition, for pages draw no images. */
export function imagesOfSite(): ImageDoor {
  const parts = composition();
  return (made ??= createImageDoor(parts, parts.dataDir, { diskBytes: parts.imageCache, room: parts.room }));
}

/** Some hundred images of full size on their way to slow readers. */
const usual = createBytesUnderWay(512 * 1024 * 1024);
const methods = ['GET', 'HEAD', 'OPTIONS'];

/** Whether an image, or leave to see one, was asked for here (`/iiif/image/`, `/iiif/auth/`): tiles come by the hundred, and Next takes three times as long for each. */
export function answeredImage(
  request: IncomingMessage,
  response: ServerResponse,
  door: () => ImageDoor,
  underWay: BytesUnderWay = usual,
): boolean {
  const url = request.url ?? '/';
  const isImage = url.startsWith(imagePath);
  if ((!isImage && !url.startsWith(authPath)) || !methods.includes(request.method ?? '')) return false;
  const isWanted = (): boolean => !response.destroyed && !response.writableEnded;
  const answer = isImage ? answerImage(door(), request, isWanted) : answerImageAuth(door(), request);
  answer
    .then((given) => {
      if (response.destroyed) return;
      const bytes = given.body === null ? 0 : Buffer.byteLength(given.body);
      send(underWay.take(response, bytes) ? given : tooMuch, request, response);
    })
    .catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else {
        response.writeHead(500, { ...securityHeaders, 'cache-control': 'no-store' });
        response.end();
      }
    });
  return true;
}

const tooMuch = plainAnswer(503, 'too many large images are being read at once: ask again in a moment', {
  'retry-after': '10',
});

/** In small letters: what an answer says itself stands instead. */
const forAll = Object.fromEntries(Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]));
/** Pages say themselves who may frame them. */
const { 'x-frame-options': _, ...forPages } = forAll;

function send({ status, headers, body }: ImageAnswer, request: IncomingMessage, response: ServerResponse): void {
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...('content-security-policy' in headers ? forPages : forAll), ...headers, ...length });
  response.end(request.method === 'HEAD' || body === null ? undefined : body);
}
