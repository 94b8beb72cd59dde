'use client';

import { useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { asLeaf, joined, rowsOf, withBranch, type TreeNode, type TreeRow } from './tree-model.ts';
import { OpenLink } from './tree-open-link.tsx';
import { fetchBranch } from './tree-source.ts';
import type { TreeWords } from './tree-words.ts';

/**
 * The tree at its place. As it comes from the server it is a list of links, good without script; once alive it is an ARIA tree with one tab
 * stop, that loads children when opened and siblings both ways.
 * @param current the unit to show as the one we are at
 * @param whole on the page of the whole tree: as long as it is, and opened by links where there is no script
 */
export function Tree({
  start,
  current,
  words,
  whole = false,
}: {
  start: TreeNode;
  current: string | null;
  words: TreeWords;
  whole?: boolean;
}) {
  const [root, setRoot] = useState(start);
  const [alive, setAlive] = useState(false);
  const [status, setStatus] = useState('');
  const [loading, setLoading] = useState(false);
  const [focused, setFocused] = useState(current ?? start.id);
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    setAlive(true);
    // The unit of this page in the middle of its frame, without moving the page.
    const frame = list.current;
    const row = frame?.querySelector<HTMLElement>('[aria-current]');
    if (frame && row) frame.scrollTop = row.offsetTop - frame.offsetTop - (frame.clientHeight - row.offsetHeight) / 2;
  }, []);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.current)}"]`)?.focus();
    wanted.current = null;
  });
  const rows = rowsOf(root);
  const tabStop = rows.some((row) => row.key === focused) ? focused : root.id;

  const focus = (key: string | undefined) => {
    if (key === undefined) return;
    wanted.current = key;
    setFocused(key);
    setStatus((text) => (text === words.loading ? '' : text));
  };
  const load = async (parentId: string, side: 'previous' | 'next', at?: string, moveFocus = false) => {
    setStatus(words.loading);
    setLoading(true);
    try {
      const more = await fetchBranch(
        parentId,
        words,
        at === undefined ? {} : side === 'next' ? { after: at } : { before: at },
      );
      const isEmpty = at === undefined && more.total === 0;
      setRoot((tree) =>
        isEmpty ? asLeaf(tree, parentId) : withBranch(tree, parentId, (branch) => joined(branch, more, side)),
      );
      setStatus(isEmpty ? words.empty : '');
      if (moveFocus) focus(side === 'next' ? more.nodes[0]?.id : more.nodes.at(-1)?.id);
    } catch {
      setStatus(words.failed);
    } finally {
      setLoading(false);
    }
  };
  const toggle = (node: TreeNode) => {
    if (node.childCount === 0) return;
    if (node.branch) setRoot((tree) => withBranch(tree, node.id, () => null));
    else void load(node.id, 'next');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = rows.findIndex((row) => row.key === tabStop);
    const row = rows[at];
    if (!row) return;
    const step = keySteps[event.key];
    if (step) {
      focus(rows[Math.min(Math.max(step(at, rows.length), 0), rows.length - 1)]?.key);
    } else if (event.key === 'ArrowRight' && row.kind === 'node') {
      if (row.node.branch) focus(rows[at + 1]?.key);
      else toggle(row.node);
    } else if (event.key === 'ArrowLeft') {
      if (row.kind === 'node' && row.node.branch) toggle(row.node);
      else focus(row.parentId ?? undefined);
    } else if (event.key === ' ') {
      if (row.kind === 'node') toggle(row.node);
      else void load(row.parentId, row.side, row.at.id, true);
    } else return;
    event.preventDefault();
  };
  const onMore = (event: MouseEvent, row: Extract<TreeRow, { kind: 'more' }>) => {
    if (!alive || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void load(row.parentId, row.side, row.at.id, true);
  };

  const shared = (row: TreeRow) => ({
    'data-key': row.key,
    className: `tree-row tree-row-${row.kind}`,
    style: { '--depth': row.depth - 1 } as CSSProperties,
    onFocus: () => setFocused(row.key),
    ...(alive ? { role: 'treeitem', tabIndex: row.key === tabStop ? 0 : -1, 'aria-level': row.depth } : {}),
  });
  const rowOf = (row: TreeRow) =>
    row.kind === 'more' ? (
      <a key={row.key} {...shared(row)} href={row.at.href} onClick={(event) => onMore(event, row)}>
        {(row.side === 'previous' ? words.previous : words.next).replace('{n}', String(row.count))}
      </a>
    ) : (
      <a
        key={row.key}
        {...shared(row)}
        id={whole ? `at-${row.node.id}` : undefined}
        href={row.node.href}
        aria-current={row.node.id === current ? (whole ? 'location' : 'page') : undefined}
        {...(alive
          ? {
              'aria-posinset': row.node.index,
              'aria-setsize': row.node.total,
              'aria-expanded': row.node.childCount > 0 ? row.node.branch !== null : undefined,
            }
          : {})}
      >
        <Twist node={row.node} onToggle={toggle} />
        <span className="tree-text">
          <span className="tree-title" lang={row.node.lang}>
            {row.node.title}
          </span>
          <span className="tree-facts">{row.node.facts}</span>
        </span>
        {row.node.picture === null ? null : (
          <img className="tree-picture" src={row.node.picture} alt="" loading="lazy" width={40} height={40} />
        )}
      </a>
    );
  return (
    <>
      <div
        ref={list}
        className="tree"
        aria-busy={loading || undefined}
        {...(alive ? { role: 'tree', 'aria-label': words.label, onKeyDown } : {})}
      >
        {rows.map((row) =>
          whole && row.kind === 'node' ? (
            <div key={row.key} className="tree-line" role="none">
              {rowOf(row)}
              <OpenLink root={start.id} row={row} words={words} />
            </div>
          ) : (
            rowOf(row)
          ),
        )}
      </div>
      <p className="tree-status" role="status">
        {status}
      </p>
      {alive ? <p className="tree-keys">{words.keys}</p> : null}
    </>
  );
}

/** The handle for mouse and finger; the keyboard has the arrows. */
function Twist({ node, onToggle }: { node: TreeNode; onToggle: (node: TreeNode) => void }) {
  if (node.childCount === 0) return <span className="twist" aria-hidden="true" />;
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onToggle(node);
  };
  return (
    // The row is the control (role treeitem); this is only its handle.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span className={node.branch ? 'twist twist-open' : 'twist twist-closed'} aria-hidden="true" onClick={onClick} />
  );
}

const keySteps: Record<string, ((at: number, count: number) => number) | undefined> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
};
