import { composition } from '#lib/composition.ts';
import { unitFacts } from '#app/_components/record-line.tsx';
import { languageTag } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ChildrenPage, RecordLine, RecordView } from '#lib/store/reading/reading-store.ts';
import type { TreeBranch, TreeNode } from './tree-model.ts';

/** Siblings, and children, in the window drawn at first. */
const windowSize = 20;

type Query = Record<string, string | string[] | undefined>;

/**
 * The tree around a unit: all that stands above it, a window on its siblings, a window on its children.
 * Without script, `?around=` moves the first window and `?inside=` the second.
 */
export async function loadTree(record: RecordView, query: Query, t: Translate): Promise<TreeNode> {
  const { store } = composition();
  const parent = record.ancestors.at(-1);
  const [siblings, children] = await Promise.all([
    parent ? store.findChildren(parent.id, { around: one(query['around']) ?? record.id, limit: windowSize }) : null,
    record.childCount > 0 ? store.findChildren(record.id, { around: one(query['inside']), limit: windowSize }) : null,
  ]);
  const current: TreeNode = {
    ...nodeOf(record, t, record.place ?? { index: 1, total: 1 }),
    branch: children && branchOf(children, t, (id) => `/records/${record.id}?inside=${id}#where`),
  };
  if (!parent) return current;
  const branch = siblings && branchOf(siblings, t, (id) => `/records/${record.id}?around=${id}#where`);
  if (branch) branch.nodes = branch.nodes.map((node) => (node.id === record.id ? current : node));
  // From the parent up to the root, each the only child shown of the one above.
  return record.ancestors.reduceRight<{ node: TreeNode | null }>(
    ({ node }, ancestor) => ({
      node: {
        ...nodeOf(ancestor, t, ancestor),
        branch: node
          ? { nodes: [node], previous: alone(node, 'previous'), next: alone(node, 'next'), total: node.total }
          : branch,
      },
    }),
    { node: null },
  ).node as TreeNode;
}

/** Past and before a node that stands alone in its branch there may be others. */
function alone(node: TreeNode, side: 'previous' | 'next'): { id: string; href: string } | null {
  const more = side === 'previous' ? node.index > 1 : node.index < node.total;
  return more ? { id: node.id, href: node.href } : null;
}

function branchOf(page: ChildrenPage, t: Translate, href: (around: string) => string): TreeBranch {
  return {
    nodes: page.items.map((item) => ({ ...nodeOf(item, t, { index: item.index, total: page.total }), branch: null })),
    previous: page.prev ? { id: page.prev, href: href(page.prev) } : null,
    next: page.next ? { id: page.next, href: href(page.next) } : null,
    total: page.total,
  };
}

function nodeOf(line: RecordLine, t: Translate, place: { index: number; total: number }): TreeNode {
  return {
    id: line.id,
    href: `/records/${line.id}`,
    title: line.title,
    lang: languageTag(line.titleLang),
    facts: unitFacts(line, t),
    childCount: line.childCount,
    index: place.index,
    total: place.total,
    branch: null,
  };
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
