import type { Viewer } from 'openseadragon';

/** Pictures of a page that are there to be moved, and whether what moves one moves the others. */
const stages = new Set<Viewer>();
let together = false;
/** Who is being moved: the others follow, and whatever they do is no movement of their own. */
let leader: Viewer | null = null;
/** How each stood beside the leader when it began to move. */
let start = new Map<Viewer, Stand>();

interface Stand {
  zoom: number;
  x: number;
  y: number;
  rotation: number;
}

const standOf = ({ viewport }: Viewer): Stand => {
  const { x, y } = viewport.getCenter(true);
  return { zoom: viewport.getZoom(true), x, y, rotation: viewport.getRotation(true) };
};

/** Whether pictures move together from now on. */
export function moveTogether(wanted: boolean): void {
  together = wanted;
  leader = null;
}

/** Somebody takes hold of a picture: from here on the others go as it goes. */
export function lead(viewer: Viewer): void {
  leader = viewer;
  start = new Map([...stages].map((one) => [one, standOf(one)]));
}

/** A picture joins those that move together. @returns how it leaves them */
export function joinStages(viewer: Viewer): () => void {
  stages.add(viewer);
  const take = () => lead(viewer);
  const follow = () => {
    if (together && leader === viewer) moveOthers(viewer);
  };
  // Another page stands where it stands: what was the same before is so no longer.
  const forget = () => {
    leader = null;
  };
  for (const event of held) viewer.addHandler(event, take);
  viewer.addHandler('open', forget);
  viewer.addHandler('update-viewport', follow);
  return () => {
    stages.delete(viewer);
    forget();
    for (const event of held) viewer.removeHandler(event, take);
    viewer.removeHandler('open', forget);
    viewer.removeHandler('update-viewport', follow);
  };
}

const held = ['canvas-press', 'canvas-scroll', 'canvas-pinch', 'canvas-key'] as const;

/**
 * Each other picture as much nearer, and as far along on the screen, as the leader since it was taken hold of; so what was brought to match stays so. Both are as wide on the
 * screen, so that the same way is as much shorter in the one that is nearer.
 */
function moveOthers(viewer: Viewer): void {
  const from = start.get(viewer);
  if (!from) return;
  const to = standOf(viewer);
  for (const other of stages) {
    const stood = start.get(other);
    if (other === viewer || !stood || !other.isOpen()) continue;
    const ratio = from.zoom / stood.zoom;
    const centre = other.viewport.getCenter(true);
    centre.x = stood.x + (to.x - from.x) * ratio;
    centre.y = stood.y + (to.y - from.y) * ratio;
    other.viewport.zoomTo((stood.zoom * to.zoom) / from.zoom, undefined, true);
    other.viewport.panTo(centre, true);
    const rotation = stood.rotation + to.rotation - from.rotation;
    if (other.viewport.getRotation(true) !== rotation) other.viewport.setRotation(rotation, true);
  }
}
