import { composition } from '#lib/composition.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import { wholeTreeHref, type TreeNode } from '../tree-model.ts';
import { branchOf, nodeOf, one, opened, type PageQuery } from '../tree-nodes.ts';

/** Rows drawn at first: children of the opened unit, and siblings on the way down to it. */
const windowSize = { opened: 50, above: 20 };

/**
 * A fonds from its top, opened down to one unit: `?open=` says which, `?inside=` moves the window on its children. So the whole of it can be
 * walked without script, a page of rows at a time; with script, branches are loaded where they are opened.
 */
export async function loadWholeTree(
  root: RecordView,
  query: PageQuery,
  t: Translate,
): Promise<{ tree: TreeNode; open: string | null }> {
  const { store } = composition();
  const way = await wayDown(root, one(query['open']));
  const pages = await Promise.all(
    way.map((id, step) => {
      const next = way[step + 1];
      return next
        ? store.findChildren(id, { around: next, limit: windowSize.above })
        : store.findChildren(id, { around: one(query['inside']), limit: windowSize.opened });
    }),
  );
  const grown = (node: TreeNode, step: number): TreeNode => {
    const page = pages[step];
    if (!page || node.id !== way[step]) return node;
    const branch = branchOf(page, t, (id) => wholeTreeHref(root.id, node.id, id));
    return opened(node, { ...branch, nodes: branch.nodes.map((child) => grown(child, step + 1)) });
  };
  return {
    tree: grown(nodeOf(root, t, { index: 1, total: 1 }), 0),
    open: way.length > 1 ? (way.at(-1) ?? null) : null,
  };
}

/** Ids from the root down to the unit asked for; the root alone for a stranger. */
async function wayDown(root: RecordView, open: string | undefined): Promise<string[]> {
  if (!open || open === root.id) return [root.id];
  const found = await composition().store.findRecord(open);
  if (found?.state !== 'found' || found.value.ancestors[0]?.id !== root.id) return [root.id];
  return [...found.value.ancestors.map((ancestor) => ancestor.id), open];
}
