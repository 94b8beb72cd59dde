import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import type { ViewerWords } from './viewer-words.ts';

export interface Light {
  /** Per cent of the original. */
  brightness: number;
  contrast: number;
}

/** What can be done with the picture of a page. */
export function PageTools({
  words,
  light,
  onLight,
  onZoom,
  onWhole,
  onRotate,
  frame,
}: {
  words: ViewerWords;
  light: Light;
  onLight: (light: Light) => void;
  onZoom: (factor: number) => void;
  onWhole: () => void;
  onRotate: (degrees: number) => void;
  frame: RefObject<HTMLElement | null>;
}) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement === frame.current && frame.current !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [frame]);
  const tool = (name: string, sign: ReactNode, act: () => void) => (
    <button type="button" className="viewer-tool" aria-label={name} title={name} onClick={act}>
      {sign}
    </button>
  );
  const slider = (name: string, which: keyof Light) => (
    <label>
      {name}
      <input
        type="range"
        min={30}
        max={250}
        step={5}
        value={light[which]}
        onChange={(event) => onLight({ ...light, [which]: Number(event.target.value) })}
      />
    </label>
  );
  const toggleFull = () => void (full ? document.exitFullscreen() : frame.current?.requestFullscreen());
  return (
    <div className="viewer-tools" role="group" aria-label={words.toolbar}>
      {tool(words.zoomIn, '+', () => onZoom(1.5))}
      {tool(words.zoomOut, '−', () => onZoom(1 / 1.5))}
      {tool(words.whole, wholeSign, onWhole)}
      {tool(words.rotateLeft, '↺', () => onRotate(-90))}
      {tool(words.rotateRight, '↻', () => onRotate(90))}
      <details className="viewer-fold">
        <summary className="viewer-tool" title={words.adjust}>
          <span aria-hidden="true">◐</span>
          <span className="visually-hidden">{words.adjust}</span>
        </summary>
        <div className="viewer-folded">
          {slider(words.brightness, 'brightness')}
          {slider(words.contrast, 'contrast')}
          <button
            type="button"
            className="btn btn-outline-primary btn-small"
            onClick={() => onLight({ brightness: 100, contrast: 100 })}
          >
            {words.reset}
          </button>
        </div>
      </details>
      {tool(full ? words.leaveFullScreen : words.fullScreen, full ? '⤡' : '⤢', toggleFull)}
      <details className="viewer-fold">
        <summary className="viewer-tool" title={words.keys}>
          <span aria-hidden="true">?</span>
          <span className="visually-hidden">{words.keys}</span>
        </summary>
        <p className="viewer-folded">{words.keysList}</p>
      </details>
    </div>
  );
}

/** Four corners: drawn, since few fonts have them. */
const wholeSign = (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <path d="M2 6V2h4M12 2h4v4M16 12v4h-4M6 16H2v-4" fill="none" stroke="currentColor" strokeWidth="1.8" />
  </svg>
);
