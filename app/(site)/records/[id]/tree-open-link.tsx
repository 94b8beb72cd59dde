import { wholeTreeHref, type TreeRow } from './tree-model.ts';
import type { TreeWords } from './tree-words.ts';

/** Opens or folds a node where there is no script, which does it by the row's own handle. */
export function OpenLink({
  root,
  row,
  words,
}: {
  root: string;
  row: Extract<TreeRow, { kind: 'node' }>;
  words: TreeWords;
}) {
  const { node, parentId } = row;
  if (node.childCount === 0 || parentId === null) return null;
  return (
    <noscript>
      <a className="tree-open" href={wholeTreeHref(root, node.branch ? parentId : node.id)}>
        {node.branch ? words.close : words.open}{' '}
        <span className="visually-hidden" lang={node.lang}>
          {node.title}
        </span>
      </a>
    </noscript>
  );
}
