import { unitFacts } from '#app/_components/record-line.tsx';
import { languageTag } from '#lib/i18n/dates.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ChildrenPage, RecordLine } from '#lib/store/reading/reading-store.ts';
import type { TreeBranch, TreeNode } from './tree-model.ts';

/** The parameters of a page's address. */
export type PageQuery = Record<string, string | string[] | undefined>;

export const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A window of children as a branch. @param href the page that shows the window around a child, for readers without script */
export function branchOf(page: ChildrenPage, t: Translate, href: (around: string) => string): TreeBranch {
  return {
    nodes: page.items.map((item) => nodeOf(item, t, { index: item.index, total: page.total }, item.picture)),
    previous: page.prev ? { id: page.prev, href: href(page.prev) } : null,
    next: page.next ? { id: page.next, href: href(page.next) } : null,
    total: page.total,
  };
}

export function nodeOf(
  line: RecordLine,
  t: Translate,
  place: { index: number; total: number },
  picture: string | null = null,
): TreeNode {
  return {
    id: line.id,
    href: `/records/${line.id}`,
    title: line.title,
    lang: languageTag(line.titleLang),
    facts: unitFacts(line, t),
    picture: picture === null ? null : imageWithin('', picture, 200),
    childCount: line.childCount,
    index: place.index,
    total: place.total,
    branch: null,
  };
}

/** An opened node: a branch with nothing in it (all below is hidden) is none, so that nobody is offered what is not to be had. */
export function opened(node: TreeNode, branch: TreeBranch | null): TreeNode {
  if (!branch) return node;
  return branch.total > 0 ? { ...node, childCount: branch.total, branch } : { ...node, childCount: 0, branch: null };
}
