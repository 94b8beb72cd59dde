import { describe, expect, it } from 'vitest';
import {
  asLeaf,
  joined,
  rowsOf,
  wholeTreeHref,
  withBranch,
  type TreeBranch,
  type TreeNode,
} from '#app/(site)/records/[id]/tree-model.ts';

const node = (id: string, index: number, total: number, branch: TreeBranch | null = null): TreeNode => ({
  id,
  href: `/records/${id}`,
  title: id,
  lang: 'it',
  facts: '',
  picture: null,
  childCount: branch ? branch.total : 0,
  index,
  total,
  branch,
});
const at = (id: string) => ({ id, href: `/records/${id}` });
const middle: TreeBranch = { nodes: [node('c', 3, 6), node('d', 4, 6)], previous: at('c'), next: at('d'), total: 6 };

describe('the tree', () => {
  it('lists visible rows with doors to what is before and after', () => {
    const rows = rowsOf(node('root', 1, 1, middle));
    expect(rows.map((row) => [row.key, row.depth, row.kind === 'more' ? row.count : null])).toEqual([
      ['root', 1, null],
      ['root:previous', 2, 2],
      ['c', 2, null],
      ['d', 2, null],
      ['root:next', 2, 2],
    ]);
  });

  it('grows on either side, and the doors close at the ends', () => {
    const up = joined(
      middle,
      { nodes: [node('a', 1, 6), node('b', 2, 6)], previous: null, next: at('b'), total: 6 },
      'previous',
    );
    const both = joined(
      up,
      { nodes: [node('e', 5, 6), node('f', 6, 6)], previous: at('e'), next: null, total: 6 },
      'next',
    );
    expect(rowsOf(node('root', 1, 1, both)).map((row) => row.key)).toEqual(['root', 'a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('opens and folds one node, wherever it is', () => {
    const root = node('root', 1, 1, middle);
    const open = withBranch(root, 'd', () => ({ nodes: [node('d1', 1, 1)], previous: null, next: null, total: 1 }));
    expect(rowsOf(open).map((row) => row.key)).toContain('d1');
    expect(rowsOf(withBranch(open, 'd', () => null)).map((row) => row.key)).not.toContain('d1');
  });

  it('takes the handle from a node with nothing to show below it', () => {
    const root = node('root', 1, 1, { ...middle, nodes: [{ ...node('c', 3, 6), childCount: 2 }, node('d', 4, 6)] });
    const leaf = asLeaf(root, 'c');
    expect(leaf.branch?.nodes.map((one) => one.childCount)).toEqual([0, 0]);
    expect(leaf.childCount).toBe(root.childCount);
  });

  it('has an address for each unit it is opened down to', () => {
    expect(wholeTreeHref('root', 'c')).toBe('/records/root/tree?open=c#at-c');
    expect(wholeTreeHref('root', 'c', 'c9')).toBe('/records/root/tree?open=c&inside=c9#at-c');
  });
});
