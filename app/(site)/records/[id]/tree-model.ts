/** The tree as the page draws it. Pure: the component keeps one of these and asks for the next. */

export interface TreeNode {
  id: string;
  href: string;
  title: string;
  lang: string;
  facts: string;
  /** Path of a small picture of its first page. */
  picture: string | null;
  childCount: number;
  /** Place among its siblings, from 1, and how many they are in all. */
  index: number;
  total: number;
  /** Children as far as they are loaded; null when they are not, or the node is folded. */
  branch: TreeBranch | null;
}

export interface TreeBranch {
  nodes: TreeNode[];
  /** More siblings before the first and past the last: the child they are asked by, and a page that shows them without script. */
  previous: { id: string; href: string } | null;
  next: { id: string; href: string } | null;
  total: number;
}

/** One visible row. */
export type TreeRow =
  | { kind: 'node'; key: string; depth: number; node: TreeNode; parentId: string | null }
  | {
      kind: 'more';
      key: string;
      depth: number;
      side: 'previous' | 'next';
      parentId: string;
      at: { id: string; href: string };
      count: number;
    };

/** The page of a fonds' whole tree, opened down to a unit, with the window on its children around one of them. */
export function wholeTreeHref(root: string, open: string, inside?: string): string {
  const query = new URLSearchParams({ open, ...(inside ? { inside } : {}) });
  return `/records/${root}/tree?${query}#at-${open}`;
}

/** Visible rows from top to bottom. */
export function rowsOf(node: TreeNode, depth = 1, parentId: string | null = null): TreeRow[] {
  const rows: TreeRow[] = [{ kind: 'node', key: node.id, depth, node, parentId }];
  const { branch } = node;
  if (!branch) return rows;
  const more = (side: 'previous' | 'next'): TreeRow[] => {
    const at = branch[side];
    const edge = side === 'previous' ? branch.nodes[0] : branch.nodes.at(-1);
    if (!at || !edge) return [];
    const count = side === 'previous' ? edge.index - 1 : branch.total - edge.index;
    return [{ kind: 'more', key: `${node.id}:${side}`, depth: depth + 1, side, parentId: node.id, at, count }];
  };
  rows.push(...more('previous'));
  for (const child of branch.nodes) rows.push(...rowsOf(child, depth + 1, node.id));
  rows.push(...more('next'));
  return rows;
}

/** The tree with one node's branch replaced. */
export function withBranch(
  node: TreeNode,
  id: string,
  change: (branch: TreeBranch | null) => TreeBranch | null,
): TreeNode {
  if (node.id === id) return { ...node, branch: change(node.branch) };
  if (!node.branch) return node;
  const nodes = node.branch.nodes.map((child) => withBranch(child, id, change));
  return { ...node, branch: { ...node.branch, nodes } };
}

/** A branch with more of its nodes before or past those it has. */
export function joined(branch: TreeBranch | null, more: TreeBranch, side: 'previous' | 'next'): TreeBranch {
  if (!branch) return more;
  return side === 'previous'
    ? { ...branch, nodes: [...more.nodes, ...branch.nodes], previous: more.previous, total: more.total }
    : { ...branch, nodes: [...branch.nodes, ...more.nodes], next: more.next, total: more.total };
}

/** The tree with a node that turned out to have nothing to show below it. */
export function asLeaf(node: TreeNode, id: string): TreeNode {
  if (node.id === id) return { ...node, childCount: 0, branch: null };
  if (!node.branch) return node;
  return { ...node, branch: { ...node.branch, nodes: node.branch.nodes.map((child) => asLeaf(child, id)) } };
}
