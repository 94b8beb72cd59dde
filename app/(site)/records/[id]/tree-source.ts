import type { ChildrenJson } from '#lib/projections/json-record.ts';
import type { TreeBranch } from './tree-model.ts';
import type { TreeWords } from './tree-words.ts';

/** Rows asked for at a time. */
const batch = 50;

/** More children of a node, from the public API. */
export async function fetchBranch(
  parentId: string,
  words: TreeWords,
  window: { after?: string; before?: string },
): Promise<TreeBranch> {
  const query = new URLSearchParams({ limit: String(batch), ...window });
  const response = await fetch(`/api/v1/records/${parentId}/children?${query}`, {
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`children of ${parentId}: ${response.status}`);
  const page = (await response.json()) as ChildrenJson;
  const place = (id: string | null) => (id === null ? null : { id, href: `/records/${id}` });
  return {
    nodes: page.items.map((item) => ({
      id: item.id,
      href: `/records/${item.id}`,
      title: item.title,
      lang: item.titleLang ?? 'it',
      facts: factsOf(item, words),
      // The site's own address need not be the one that this page was asked by.
      picture: item.thumbnail === null ? null : new URL(item.thumbnail).pathname,
      childCount: item.childCount,
      index: item.index,
      total: page.total,
      branch: null,
    })),
    previous: place(page.prev),
    next: place(page.next),
    total: page.total,
  };
}

function factsOf(item: ChildrenJson['items'][number], words: TreeWords): string {
  const isUnit = item.level === 'file' || item.level === 'item' || item.level === 'other';
  const word =
    (isUnit ? item.unitType : null) ?? (item.level === 'other' ? item.levelLabel : null) ?? words.units[item.level];
  const years = [item.dates.start, item.dates.end]
    .map((day) => (day ? String(Number(day.slice(0, 4))) : null))
    .filter(Boolean);
  return [word, item.referenceCode, item.dates.display ?? [...new Set(years)].join('–')].filter(Boolean).join(' · ');
}
