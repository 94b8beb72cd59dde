import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Viewer } from 'openseadragon';
import type { PageBox } from '#lib/records/page-text.ts';
import { joinStages, lead } from './move-together.ts';
import { onPage, tileSource, type Sight, type ViewedPage } from './viewer-model.ts';

/** How the picture stands: nothing of OpenSeadragon yet, being opened, there to be moved, or not to be had. */
export type StageState = 'waiting' | 'opening' | 'open' | 'failed';

export interface Stage {
  state: StageState;
  zoomBy(factor: number): void;
  whole(): void;
  rotateBy(degrees: number): number;
  /** The part that is seen, in pixels of the image. */
  region(): PageBox | null;
  retry(): void;
}

/** Milliseconds after which a service that says nothing of its image is given up: OpenSeadragon waits as long for a tile, and for ever for `info.json`. */
const longestWait = 30_000;

/**
 * OpenSeadragon in an element, got only when the element comes near to being seen.
 * @param name what the picture is called for who does not see it
 * @param wanted a part of the page to show first
 * @param marks boxes to mark, in pixels of the image
 * @param onZoomed told when somebody has gone nearer or further, in per cent of the pixels of the image
 */
export function useStage(
  element: RefObject<HTMLDivElement | null>,
  page: ViewedPage,
  sight: Sight,
  {
    name,
    wanted,
    marks,
    onZoomed,
  }: { name: string; wanted: PageBox | null; marks: readonly PageBox[]; onZoomed: (percent: number) => void },
): Stage {
  const viewer = useRef<Viewer | null>(null);
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<StageState>('waiting');
  const [tries, setTries] = useState(0);
  const zoomed = useRef(onZoomed);
  useEffect(() => {
    zoomed.current = onZoomed;
  });

  useEffect(() => {
    const frame = element.current;
    if (!frame) return;
    let gone = false;
    let leave = () => {};
    const begin = async () => {
      setState('opening');
      const { default: OpenSeadragon } = await import('openseadragon');
      if (gone || viewer.current) return;
      // What did not open is said by who shows the stage, in the reader's language.
      OpenSeadragon.setString('Errors.OpenFailed', '');
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      viewer.current = OpenSeadragon({
        element: frame,
        drawer: 'canvas',
        showNavigationControl: false,
        gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
        maxZoomPixelRatio: 2,
        visibilityRatio: 0.6,
        animationTime: still ? 0 : 0.5,
        immediateRender: still,
        crossOriginPolicy: 'Anonymous',
        tileRetryMax: 1,
        tileRetryDelay: 1000,
      });
      viewer.current.canvas.setAttribute('role', 'application');
      viewer.current.canvas.setAttribute('aria-label', name);
      leave = joinStages(viewer.current);
      setReady(true);
    };
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        seen.disconnect();
        begin().catch(() => setState('failed'));
      },
      { rootMargin: '300px' },
    );
    seen.observe(frame);
    return () => {
      gone = true;
      seen.disconnect();
      leave();
      viewer.current?.destroy();
      viewer.current = null;
      setReady(false);
    };
  }, [element, name, tries]);

  useEffect(() => {
    const shown = viewer.current;
    if (!ready || !shown) return;
    setState('opening');
    let came = false;
    let gone = false;
    const open = () => {
      if (came && !gone) setState('open');
    };
    // The picture that stands gives way to one as sharp, or as soon as it is moved.
    const onOpen = () => {
      shown.viewport.setRotation(0, true);
      if (wanted)
        shown.viewport.fitBounds(
          shown.viewport.imageToViewportRectangle(wanted.x, wanted.y, wanted.width, wanted.height),
          true,
        );
      shown.world.getItemAt(0)?.addHandler('fully-loaded-change', ({ fullyLoaded }) => {
        if (fullyLoaded) open();
      });
    };
    const onTile = () => {
      came = true;
      if (wanted) open();
    };
    const onFailed = () => {
      if (!came && !gone) setState('failed');
    };
    const handlers = [
      ['open', onOpen],
      ['open-failed', onFailed],
      ['tile-loaded', onTile],
      ['tile-load-failed', onFailed],
      ['canvas-press', open],
      ['canvas-scroll', open],
      ['canvas-key', open],
    ] as const;
    for (const [name, handler] of handlers) shown.addHandler(name, handler);
    shown.open({ tileSource: tileSource(page, sight) });
    const late = setTimeout(onFailed, longestWait);
    return () => {
      gone = true;
      clearTimeout(late);
      for (const [name, handler] of handlers) shown.removeHandler(name, handler);
    };
    // `wanted` is of the first page alone: it is gone when the page is turned.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ready, page.id]);

  useEffect(() => {
    const shown = viewer.current;
    if (state !== 'open' || !shown) return;
    const percent = () => Math.round(shown.viewport.viewportToImageZoom(shown.viewport.getZoom(true)) * 100);
    let said = percent();
    const tell = () => {
      const now = percent();
      if (now !== said) zoomed.current(now);
      said = now;
    };
    shown.addHandler('animation-finish', tell);
    return () => shown.removeHandler('animation-finish', tell);
  }, [state]);

  useEffect(() => {
    const shown = viewer.current;
    if (state !== 'open' || !shown) return;
    shown.clearOverlays();
    for (const mark of marks) {
      const box = document.createElement('div');
      box.className = 'viewer-mark';
      shown.addOverlay({
        element: box,
        location: shown.viewport.imageToViewportRectangle(mark.x, mark.y, mark.width, mark.height),
      });
    }
  }, [state, marks]);

  /** Moves the picture as somebody who takes hold of it. */
  const move = useCallback((act: (viewer: Viewer) => void) => {
    if (!viewer.current) return;
    lead(viewer.current);
    act(viewer.current);
  }, []);
  return {
    state,
    zoomBy: useCallback(
      (factor) =>
        move(({ viewport }) => {
          viewport.zoomBy(factor);
          viewport.applyConstraints();
        }),
      [move],
    ),
    whole: useCallback(() => move(({ viewport }) => viewport.goHome()), [move]),
    rotateBy: useCallback(
      (degrees) => {
        const turned = ((viewer.current?.viewport.getRotation() ?? 0) + degrees + 360) % 360;
        move(({ viewport }) => viewport.setRotation(turned));
        return turned;
      },
      [move],
    ),
    region: useCallback(() => {
      const shown = viewer.current;
      const item = shown?.world.getItemAt(0);
      if (!shown || !item) return null;
      return onPage(shown.viewport.viewportToImageRectangle(shown.viewport.getBounds()), page);
    }, [page]),
    retry: useCallback(() => setTries((count) => count + 1), []),
  };
}
