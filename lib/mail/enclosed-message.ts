/**
 * The bytes of the message that a multipart one encloses (postacert.eml), as they stand: parsers dissolve a message that is enclosed inline into
 * the one around it, and what is its own can no longer be told. Null for none.
 */
export function enclosedMessage(bytes: Buffer, boundary: string): Buffer | null {
  const delimiter = Buffer.from(`--${boundary}`);
  for (let at = bytes.indexOf(delimiter); at >= 0;) {
    const next = bytes.indexOf(delimiter, at + delimiter.length);
    if (next < 0) return null;
    const part = bytes.subarray(at + delimiter.length, next);
    const found = bodyOfMessage(part);
    if (found) return found;
    at = next;
  }
  return null;
}

/** The body of a part that is a message. */
function bodyOfMessage(part: Buffer): Buffer | null {
  const end = /\r?\n\r?\n/.exec(part.subarray(0, 20_000).toString('latin1').slice(1));
  if (!end) return null;
  const headers = part.subarray(0, end.index + 1).toString('latin1');
  if (!/^content-type:\s*message\/rfc822/im.test(headers)) return null;
  const body = part.subarray(end.index + 1 + end[0].length);
  const isBase64 = /^content-transfer-encoding:\s*base64/im.test(headers);
  return isBase64 ? Buffer.from(body.toString('latin1'), 'base64') : body;
}
