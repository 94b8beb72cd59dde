import { node, type NamedNode } from './terms.ts';

/** RFC 3987 as far as an address on the web goes: no space, no sign that only stands encoded, no half-written %, one fragment. */
const wellFormed = /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^\s<>"{}|\\^`[\]/?#%@]+)(?::\d+)?(?:[/?#]|$)/i;
const sign = String.raw`(?:[!$&'()*+,\-./0-9:;=?@A-Z_a-z~]|%[0-9A-Fa-f]{2})`;
const rest = new RegExp(`^${sign}*(?:#${sign}*)?$`);

const isWellFormed = (address: string): boolean =>
  wellFormed.test(address) && rest.test(address.replace(/^(https?:\/\/)\[[0-9a-f:.]+\]/i, '$1v6'));

/** An address on the web as the name of a thing, mended as browsers do where a sign is not encoded; null for what is none. */
export function webIri(address: string | null | undefined): NamedNode | null {
  const given = address?.trim() ?? '';
  if (isWellFormed(given)) return node(given);
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) return null;
  const url = new URL(given);
  if (url.username || url.password) return null;
  const mended = url.href.replace(/[[\]{}|^`\\]|%(?![0-9a-f]{2})/gi, (found, at: number) =>
    at < url.origin.length ? found : encodeURIComponent(found),
  );
  return isWellFormed(mended) ? node(mended) : null;
}

/** What bears an id of ours: `/id/{id}`. */
export const idIri = (baseUrl: string, id: string): NamedNode => node(`${baseUrl}/id/${encodeURIComponent(id)}`);

/** A part of something that has no address of its own: what answers for the whole tells of it. */
export const partIri = (whole: NamedNode, name: string): NamedNode =>
  node(`${whole.value}#${encodeURIComponent(name)}`);
