/** Where nobody is sent after signing in: what signs in or out, and what is no page. */
const noPlace = /^\/(accedi|esci|api|_next)(\/|$)/;

/** A path of ours to go on to; the home page where it is another's, or none. `returnTo` comes from an address, and anybody writes addresses. */
export function ownPath(returnTo: string | null | undefined, base = 'http://site'): string {
  if (!returnTo || returnTo.length > 2000 || /[\\\p{Cc}]/u.test(returnTo)) return '/';
  const origin = new URL(base).origin;
  const isOurs = returnTo.startsWith('/') || returnTo === origin || returnTo.startsWith(`${origin}/`);
  if (!isOurs || !URL.canParse(returnTo, base)) return '/';
  const url = new URL(returnTo, base);
  // Dots may leave a path that begins like another host: /.//host.
  if (url.origin !== origin || url.pathname.startsWith('//') || noPlace.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
