import { createHash } from 'node:crypto';
import type { ImageAnswer } from './image-answer.ts';

/** A page that tells the one that holds it in a frame, of that origin and no other, and shows nothing (Authorization Flow 2.0 §6.3). */
export function messagePage(message: object, origin: string): ImageAnswer {
  // Nothing in it ends the script.
  const literal = (value: unknown): string =>
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const script = `(window.opener||window.parent).postMessage(${literal(message)},${literal(origin)})`;
  const hash = createHash('sha256').update(script).digest('base64');
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors ${origin}`,
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>IIIF</title></head><body><script>${script}</script></body></html>`,
  };
}
