import type { ViewedText } from './viewer-model.ts';
import type { ViewerWords } from './viewer-words.ts';

export type TextState = { kind: 'coming' } | { kind: 'failed' } | { kind: 'there'; text: ViewedText | null };

/** What is written on the page, beside it; folded away until it is wanted. */
export function PageText({
  words,
  state,
  shown,
  onShow,
  onRetry,
}: {
  words: ViewerWords;
  state: TextState;
  shown: boolean;
  onShow: (shown: boolean) => void;
  onRetry: () => void;
}) {
  return (
    <details className="viewer-text" open={shown} onToggle={(event) => onShow(event.currentTarget.open)}>
      <summary>{words.text}</summary>
      {state.kind === 'coming' ? <p role="status">{words.loadingText}</p> : null}
      {state.kind === 'failed' ? (
        <p role="alert">
          {words.textFailed}{' '}
          <button type="button" className="btn btn-outline-primary btn-small" onClick={onRetry}>
            {words.retry}
          </button>
        </p>
      ) : null}
      {state.kind === 'there' && state.text === null ? <p className="aside">{words.noText}</p> : null}
      {state.kind === 'there' && state.text !== null ? (
        <>
          {state.text.recognised ? <p className="aside">{words.recognised}</p> : null}
          <div className="viewer-lines" lang={state.text.language ?? undefined}>
            {state.text.lines.map((line, at) => (
              // Lines of a page have no other name than their place.
              <p key={at}>{line.found ? <mark>{line.text}</mark> : line.text}</p>
            ))}
          </div>
        </>
      ) : null}
    </details>
  );
}
