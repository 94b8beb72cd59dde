/** Whether a click follows a link to another page in this window. */
export function leavesPage(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.button !== 0) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download') || link.hasAttribute('target')) return false;
  const here = new URL(location.href);
  const there = new URL(link.getAttribute('href') ?? '', here);
  if (!/^https?:$/.test(there.protocol)) return false;
  // A place within the same page.
  return !(there.hash && there.origin + there.pathname + there.search === here.origin + here.pathname + here.search);
}
