import { useEffect, useRef, type MouseEvent } from 'react';
import { said, type ViewerWords } from './viewer-words.ts';
import { thumbnail, turned, type PageParameter, type Sight, type ViewedPage } from './viewer-model.ts';

/** The pages around the one that is shown, small; each a link. */
export function PageStrip({
  name,
  words,
  total,
  strip,
  current,
  sight,
  address,
  parameter,
  onLink,
  label,
}: {
  name: string;
  words: ViewerWords;
  total: number;
  strip: readonly ViewedPage[];
  current: number;
  sight: Sight;
  address: string;
  parameter: PageParameter;
  onLink: (event: MouseEvent, n: number) => void;
  label: (page: ViewedPage) => string;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // In the middle of its frame, without moving the page.
    const frame = list.current;
    const shown = frame?.querySelector<HTMLElement>('[aria-current]');
    if (frame && shown)
      frame.scrollLeft = shown.offsetLeft - frame.offsetLeft - (frame.clientWidth - shown.offsetWidth) / 2;
  }, [current]);
  return (
    <nav aria-label={name}>
      {strip.length < total ? (
        <p className="viewer-strip-range">
          {said(words.stripRange, { from: strip[0]?.n ?? 1, to: strip.at(-1)?.n ?? total, total })}
        </p>
      ) : null}
      <ol className="viewer-strip" ref={list}>
        {strip.map((page) => (
          <li key={page.id}>
            <a
              href={turned(address, parameter, page.n)}
              aria-current={page.n === current ? 'page' : undefined}
              onClick={(event) => onLink(event, page.n)}
            >
              <img src={thumbnail(page, sight)} alt="" loading="lazy" width={page.width} height={page.height} />
              <span>{label(page)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
