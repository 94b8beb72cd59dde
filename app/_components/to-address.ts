/** The parameters of a page, as Next gives them, as an address. */
export function toAddress(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) address.append(name, one);
  }
  return address;
}
