import type { DiffLine } from '#lib/procedures/types/line-diff.ts';

export interface LineDiffWords {
  caption: string;
  removed: string;
  added: string;
  left: string;
}

/** Lines that went and came, each said by a sign and a word besides the colour. */
export function LineDiff({ lines, words }: { lines: readonly (DiffLine | null)[]; words: LineDiffWords }) {
  return (
    <figure className="line-diff">
      <figcaption>{words.caption}</figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div role="region" aria-label={words.caption} tabIndex={0}>
        <ol lang="it">
          {lines.map((line, index) =>
            line === null ? (
              <li key={`gap-${index}`} className="diff-gap">
                {words.left}
              </li>
            ) : (
              <li key={`${line.kind}-${line.before ?? ''}-${line.after ?? ''}`} className={`diff-${line.kind}`}>
                <span className="diff-number">{line.after ?? line.before}</span>
                <span aria-hidden="true" className="diff-sign">
                  {line.kind === 'added' ? '+' : line.kind === 'removed' ? '−' : ' '}
                </span>
                {line.kind === 'same' ? null : (
                  <span className="visually-hidden">{line.kind === 'added' ? words.added : words.removed}</span>
                )}
                <code>{line.text || ' '}</code>
              </li>
            ),
          )}
        </ol>
      </div>
    </figure>
  );
}
