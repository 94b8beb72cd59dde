/**
 * An address whose path can be decoded: `%ff`, which is no UTF-8, becomes the replacement character, `%zz` stays a per cent sign. Such a path names
 * nothing here, and is answered as what is unknown; Next itself would answer it as an error of ours. The site's name, which proxies put before the
 * path (RFC 9112 §3.2.2), goes: whoever asks may write any. What is no address even so (`//[`) is a path of such signs: nobody behind here need ask
 * whether it can be read.
 */
export function soundAddress(asked: string): string {
  const address = decodable(asked);
  return URL.canParse(address, 'http://site') ? address : `/${address.replace(/^(https?:)?[/\\\s]*/i, '')}`;
}

function decodable(asked: string): string {
  const url = asked.replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    const bytes = path.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const text = Buffer.from(bytes, 'latin1').toString('utf8');
    return text.split('/').map(encodeURIComponent).join('/') + (end < 0 ? '' : url.slice(end));
  }
}
