'use client';

import { useEffect, useRef, useState, type MouseEvent } from 'react';
import type { PageBox } from '#lib/records/page-text.ts';
import { PageNavigation } from './page-navigation.tsx';
import { fetchPages, fetchText } from './page-source.ts';
import { PageStrip } from './page-strip.tsx';
import { PageText, type TextState } from './page-text.tsx';
import { PageTools } from './page-tools.tsx';
import { TakePage, type Taken } from './take-page.tsx';
import { useStage } from './use-stage.ts';
import {
  readRegion,
  standingPicture,
  stripAround,
  turned,
  type PageParameter,
  type PageRights,
  type Sight,
  type ViewedPage,
  type ViewedText,
} from './viewer-model.ts';
import { said, type ViewerWords } from './viewer-words.ts';

export interface ViewerProps {
  /** What tells it from another on the same page. */
  name?: string;
  recordId: string;
  title: string;
  total: number;
  /** The page that was asked for, those around it, and what is written on it. */
  page: ViewedPage;
  strip: ViewedPage[];
  text: ViewedText | null;
  /** Words that were looked for, to be marked. */
  query: string | null;
  sight: Sight;
  /** Path and query of this page as it was asked for. */
  address: string;
  parameter: PageParameter;
  /** Null where nothing may be taken. */
  taken: Taken | null;
  /** Of all pages that have none of their own. */
  rights: PageRights | null;
  requiredStatement: string | null;
  words: ViewerWords;
}

/**
 * The pages of a unit. As it comes from the server it is a picture with links to the other pages, good without script; once alive, pages turn in
 * place and can be zoomed, moved and turned.
 */
export function Viewer(props: ViewerProps) {
  const { recordId, total, sight, parameter, words, query } = props;
  const [page, setPage] = useState(props.page);
  const [strip, setStrip] = useState(props.strip);
  const [text, setText] = useState<TextState>({ kind: 'there', text: props.text });
  const [address, setAddress] = useState(props.address);
  const [wanted, setWanted] = useState<PageBox | null>(null);
  const [textShown, setTextShown] = useState(query !== null && props.text !== null);
  const [alive, setAlive] = useState(false);
  const [told, setTold] = useState('');
  const [light, setLight] = useState({ brightness: 100, contrast: 100 });
  const { page: first } = props;
  const section = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const marks = text.kind === 'there' ? (text.text?.marks ?? noMarks) : noMarks;
  const stage = useStage(frame, page, sight, {
    name: words.image,
    wanted,
    marks,
    onZoomed: (percent) => setTold(said(words.zoomed, { percent })),
  });
  const label = (one: ViewedPage) => one.label ?? said(words.page, { n: one.n });
  const place = said(words.place, { label: label(page), n: page.n, total });
  const named = (what: string) => (props.name === undefined ? what : `${props.name}: ${what}`);

  useEffect(() => {
    setWanted(readRegion(location.hash, first));
    setAlive(true);
  }, [first]);

  // Who turns fast has several answers on their way: only those to the last question count.
  const turns = useRef(0);
  const read = async (one: ViewedPage) => {
    const turn = turns.current;
    setText(one.hasText ? { kind: 'coming' } : { kind: 'there', text: null });
    if (!one.hasText) return;
    const state: TextState = await fetchText(recordId, one.id, query).then(
      (text) => ({ kind: 'there', text }),
      () => ({ kind: 'failed' }),
    );
    if (turns.current === turn) setText(state);
  };
  const turnTo = async (n: number) => {
    if (n < 1 || n > total || n === page.n) return;
    const turn = ++turns.current;
    try {
      const { from, to } = stripAround(n, total);
      const known = strip.some((one) => one.n === from) && strip.some((one) => one.n === to);
      const pages = known ? strip : await fetchPages(recordId, from, to);
      if (turns.current !== turn) return;
      const next = pages.find((one) => one.n === n);
      if (!next) throw new Error(`page ${n} did not come`);
      setStrip(pages);
      setPage(next);
      setWanted(null);
      setTold(said(words.place, { label: label(next), n, total }));
      const there = turned(location.href, parameter, n);
      history.replaceState(history.state, '', there);
      setAddress(there);
      await read(next);
    } catch {
      if (turns.current !== turn) return;
      // What cannot be turned in place is asked for as a page of its own.
      location.assign(turned(location.href, parameter, n));
    }
  };
  const onLink = (event: MouseEvent, n: number) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void turnTo(n);
  };
  const turn = useRef(turnTo);
  useEffect(() => {
    turn.current = turnTo;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { PageDown: page.n + 1, PageUp: page.n - 1, Home: 1, End: total }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      void turn.current(to);
    };
    const whole = section.current;
    whole?.addEventListener('keydown', onKeyDown);
    return () => whole?.removeEventListener('keydown', onKeyDown);
  }, [page.n, total]);

  const standing = (
    <img
      className="viewer-standing"
      src={standingPicture(page, sight)}
      alt={said(words.alt, { label: label(page), title: props.title })}
      width={page.width}
      height={page.height}
      fetchPriority={page.id === first.id ? 'high' : 'auto'}
    />
  );
  return (
    <section ref={section} className="viewer" aria-label={named(place)}>
      <div className="viewer-bar">
        <PageNavigation
          {...{ words, total, address, parameter, onLink, place }}
          n={page.n}
          onGo={(n) => void turnTo(n)}
        />
        {alive && stage.state === 'open' ? (
          <PageTools
            words={words}
            light={light}
            onLight={setLight}
            onZoom={(factor) => stage.zoomBy(factor)}
            onWhole={() => stage.whole()}
            onRotate={(degrees) => setTold(said(words.rotated, { degrees: stage.rotateBy(degrees) }))}
            frame={section}
          />
        ) : null}
      </div>
      <div className={textShown ? 'viewer-desk viewer-desk-text' : 'viewer-desk'}>
        <div className={`viewer-frame viewer-${stage.state}`}>
          {standing}
          <div
            ref={frame}
            className="viewer-stage"
            style={{ filter: `brightness(${light.brightness}%) contrast(${light.contrast}%)` }}
          />
          {stage.state === 'failed' ? (
            <p className="viewer-failed" role="alert">
              {words.failed}{' '}
              <button type="button" className="btn btn-outline-primary btn-small" onClick={() => stage.retry()}>
                {words.retry}
              </button>
            </p>
          ) : null}
        </div>
        {total > 0 ? (
          <PageText
            words={words}
            state={text}
            shown={textShown}
            onShow={setTextShown}
            onRetry={() => void read(page)}
          />
        ) : null}
      </div>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      {total > 1 ? (
        <PageStrip
          name={named(words.strip)}
          {...{ words, total, strip, sight, address, parameter, onLink, label }}
          current={page.n}
        />
      ) : null}
      {props.taken ? (
        <TakePage
          {...{ words, page, sight }}
          label={label(page)}
          taken={props.taken}
          rights={page.rights ?? props.rights}
          requiredStatement={props.requiredStatement}
          region={alive ? () => stage.region() : null}
        />
      ) : null}
    </section>
  );
}

const noMarks: PageBox[] = [];
