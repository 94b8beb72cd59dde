import { useId, useState, type FormEvent, type MouseEvent, type ReactNode } from 'react';
import { besidePage, pageField, turned, type PageParameter } from './viewer-model.ts';
import type { ViewerWords } from './viewer-words.ts';

/** Where one is among the pages, the ways to the next ones, and a field for any. Links and a form, good without script. */
export function PageNavigation({
  words,
  n,
  total,
  place,
  address,
  parameter,
  onLink,
  onGo,
}: {
  words: ViewerWords;
  n: number;
  total: number;
  place: string;
  address: string;
  parameter: PageParameter;
  onLink: (event: MouseEvent, n: number) => void;
  onGo: (n: number) => void;
}) {
  const [typed, setTyped] = useState('');
  const field = useId();
  if (total === 1) return <p className="viewer-place">{place}</p>;
  const way = (to: number, name: string, sign: ReactNode) =>
    to >= 1 && to <= total && to !== n ? (
      <a
        className="viewer-way"
        href={turned(address, parameter, to)}
        aria-label={name}
        title={name}
        onClick={(event) => onLink(event, to)}
      >
        {sign}
      </a>
    ) : (
      <span className="viewer-way viewer-way-none" aria-hidden="true">
        {sign}
      </span>
    );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const to = Number(typed);
    if (Number.isInteger(to)) onGo(Math.min(Math.max(to, 1), total));
    setTyped('');
  };
  return (
    <div className="viewer-navigation">
      {way(1, words.first, '⇤')}
      {way(n - 1, words.previous, '←')}
      <p className="viewer-place">{place}</p>
      {way(n + 1, words.next, '→')}
      {way(total, words.last, '⇥')}
      <form className="viewer-goto" method="get" onSubmit={onSubmit}>
        {besidePage(address, parameter).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor={field}>{words.goTo}</label>
        <input
          id={field}
          name={pageField(parameter)}
          type="number"
          inputMode="numeric"
          min={1}
          max={total}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="btn btn-outline-primary btn-small">
          {words.go}
        </button>
      </form>
    </div>
  );
}
