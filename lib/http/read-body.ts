import type { Violation } from './problem.ts';

/** The bytes of a body; null when it is longer than that, and then the rest is not read. */
export async function readBytes(request: Request, longest: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) return null;
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > longest) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** Nothing we ask for lies deeper. */
const deepest = 16;
const mostValues = 10_000;

/** JSON as it may be taken in: UTF-8, of bounded depth and size, without characters that no text has. */
export function readJson(
  bytes: Uint8Array,
): { value: unknown; violation: null } | { value: null; violation: Violation } {
  const wrong = (message: string, parameter = '') => ({ value: null, violation: { parameter, message } });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong('the body is not UTF-8');
  }
  if (depthOf(text) > deepest) return wrong(`the body is nested deeper than ${deepest} levels`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong(`the body is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const found = badText(value);
  return found ? wrong(found.message, found.path) : { value, violation: null };
}

/** Counted before it is parsed: brackets outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted) {
      if (letter === '\\') i++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') most = Math.max(most, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return most;
}

// eslint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;

/** The first text that no database, page or archive could hold. */
function badText(value: unknown): { path: string; message: string } | null {
  const rest: [string, unknown][] = [['', value]];
  for (let seen = 0; rest.length > 0; seen++) {
    if (seen > mostValues) return { path: '', message: `the body has more than ${mostValues} values` };
    const [path, one] = rest.pop() ?? ['', null];
    if (typeof one === 'string') {
      if (control.test(one)) return { path, message: 'contains a control character' };
      if (!one.isWellFormed()) return { path, message: 'contains half a character' };
    } else if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) {
        if (key === '__proto__' || control.test(key) || !key.isWellFormed())
          return { path, message: 'has a name that cannot be used' };
        rest.push([path ? `${path}.${key}` : key, inner]);
      }
    }
  }
  return null;
}
