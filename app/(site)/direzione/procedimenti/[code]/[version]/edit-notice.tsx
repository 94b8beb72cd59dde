import type { RefObject } from 'react';
import { LineDiff, type LineDiffWords } from './line-diff.tsx';
import type { EditState } from './edit-state.ts';

/** What became of the last press, told to screen readers too. */
export function EditNotice({
  state,
  diff,
  at,
}: {
  state: EditState;
  diff: LineDiffWords;
  at: RefObject<HTMLDivElement | null>;
}) {
  const { notice, theirs } = state;
  return (
    <div ref={at} tabIndex={-1} className="edit-notice-place">
      {notice ? (
        <div className={notice.good ? 'types-told' : 'edit-refused'} role={notice.good ? 'status' : 'alert'}>
          <p>
            <strong>{notice.title}</strong>
          </p>
          {notice.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      {theirs.length > 0 ? <LineDiff lines={theirs} words={diff} /> : null}
    </div>
  );
}
