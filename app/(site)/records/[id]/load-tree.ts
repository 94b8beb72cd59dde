import { composition } from '#lib/composition.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import type { TreeNode } from './tree-model.ts';
import { branchOf, nodeOf, one, opened, type PageQuery } from './tree-nodes.ts';

/** Siblings, and children, in the window drawn at first. */
const windowSize = 20;

/**
 * The tree around a unit: all that stands above it, a window on its siblings, a window on its children.
 * Without script, `?around=` moves the first window and `?inside=` the second.
 */
export async function loadTree(record: RecordView, query: PageQuery, t: Translate): Promise<TreeNode> {
  const { store } = composition();
  const parent = record.ancestors.at(-1);
  const [siblings, children] = await Promise.all([
    parent ? store.findChildren(parent.id, { around: one(query['around']) ?? record.id, limit: windowSize }) : null,
    record.childCount > 0 ? store.findChildren(record.id, { around: one(query['inside']), limit: windowSize }) : null,
  ]);
  const current = opened(
    nodeOf(record, t, record.place ?? { index: 1, total: 1 }),
    children && branchOf(children, t, (id) => `/records/${record.id}?inside=${id}#where`),
  );
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
