/** `<!ENTITY fig1 SYSTEM "http://…" NDATA jpeg>`: an image and where it is. */
const unparsed =
  /<!ENTITY\s+([^\s%"'<>]+)\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"([^"]*)"|'([^']*)')\s+NDATA\s/g;

/** More than any finding aid declares. */
const most = 100_000;

/**
 * Addresses of images that files of the DTD era declare and then point to by name (`entityref`). They are read as words: nothing is fetched,
 * and no entity that stands for text is ever expanded.
 */
export function declaredAddresses(declarations: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of declarations.matchAll(unparsed)) {
    if (found.size >= most) break;
    const address = (double ?? single ?? '').trim();
    if (address !== '' && !found.has(name)) found.set(name, address);
  }
  return found;
}
