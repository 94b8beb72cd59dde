/** A text that is only read, with the numbers of its lines. */
export function NumberedText({ text, label }: { text: string; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="numbered-text" role="region" aria-label={label} tabIndex={0} lang="it">
      <ol>
        {text
          .replace(/\n$/, '')
          .split('\n')
          .map((line, index) => (
            <li key={index} id={`riga-${index + 1}`}>
              <code>{line || ' '}</code>
            </li>
          ))}
      </ol>
    </div>
  );
}
