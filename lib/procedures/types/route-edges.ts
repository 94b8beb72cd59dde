export interface Point {
  x: number;
  y: number;
}

export interface Edge {
  from: string;
  to: string;
  fromLayer: number;
  toLayer: number;
  back: boolean;
  transitions: number[];
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface EdgePlan {
  /** Where the nodes' columns begin: left of it run the lanes of long ways down. */
  left: number;
  width: number;
  height: number;
  layerY: number[];
  points(index: number, from: Box | undefined, to: Box | undefined): Point[];
}

const margin = 16;
const smallestGap = 24;
const step = 8;

/** The last stretch of lines that go to one node along a lane: they run together from where they meet. */
interface Bundle {
  top: number;
  bottom: number;
  back: boolean;
  track: number;
  lane: number;
}

/**
 * Right-angled ways: down into the gap below a layer, across on a track of its own, and, when the target is not the next layer, along a lane
 * beside all nodes (left downwards, right upwards) to the gap above the target. Lines to one target share lane and arrival. Gaps and margins
 * are as wide as their lines need.
 */
export function placeEdges(
  edges: readonly Edge[],
  layers: number,
  { nodeHeight, contentWidth }: { nodeHeight: number; contentWidth: number },
): EdgePlan {
  // Gap g lies above layer g; the last one below all layers.
  const tracks = Array.from({ length: layers + 1 }, () => 0);
  const takeTrack = (gap: number): number => {
    const track = tracks[gap] ?? 0;
    tracks[gap] = track + 1;
    return track;
  };
  const bundles = new Map<string, Bundle>();
  const ways = edges.map(({ fromLayer, toLayer, to, back }) => {
    const leaving = fromLayer + 1;
    const out = takeTrack(leaving);
    if (leaving === toLayer) return { leaving, out, arriving: toLayer, bundle: null };
    const key = `${back} ${to}`;
    const bundle = bundles.get(key) ?? { top: toLayer, bottom: toLayer, back, track: takeTrack(toLayer), lane: 0 };
    bundle.top = Math.min(bundle.top, leaving);
    bundle.bottom = Math.max(bundle.bottom, leaving);
    bundles.set(key, bundle);
    return { leaving, out, arriving: toLayer, bundle };
  });
  const down = takeLanes([...bundles.values()].filter(({ back }) => !back));
  const up = takeLanes([...bundles.values()].filter(({ back }) => back));
  const left = margin + down * step;
  const right = left + contentWidth;
  const gapY: number[] = [];
  const layerY: number[] = [];
  let y = 0;
  for (const [gap, taken] of tracks.entries()) {
    gapY.push(y);
    y += smallestGap + taken * step;
    if (gap < layers) {
      layerY.push(y);
      y += nodeHeight;
    }
  }
  const trackY = (gap: number, track: number) => (gapY[gap] ?? 0) + smallestGap / 2 + track * step;
  const leavingPort = portsOf(edges.map(({ from }, index) => ({ node: from, line: index })));
  const arrivingPort = portsOf(edges.map(({ to }, index) => ({ node: to, line: ways[index]?.bundle ?? index })));
  return {
    left,
    width: right + up * step + margin,
    height: y,
    layerY,
    points(index, from, to) {
      const way = ways[index];
      if (!way || !from || !to) return [];
      const start = { x: from.x + from.width * leavingPort(index), y: from.y + from.height };
      const end = { x: to.x + to.width * arrivingPort(index), y: to.y };
      const out = trackY(way.leaving, way.out);
      const { bundle } = way;
      if (!bundle) return [start, { x: start.x, y: out }, { x: end.x, y: out }, end];
      const lane = bundle.back ? right + (bundle.lane + 1) * step : left - (bundle.lane + 1) * step;
      const into = trackY(way.arriving, bundle.track);
      return [start, { x: start.x, y: out }, { x: lane, y: out }, { x: lane, y: into }, { x: end.x, y: into }, end];
    },
  };
}

/** The first lane that is free over the whole way; returns how many there are. */
function takeLanes(bundles: readonly Bundle[]): number {
  const lanes: Bundle[][] = [];
  for (const bundle of bundles) {
    const free = lanes.findIndex((lane) => lane.every(({ top, bottom }) => bottom < bundle.top || bundle.bottom < top));
    bundle.lane = free === -1 ? lanes.push([]) - 1 : free;
    lanes[bundle.lane]?.push(bundle);
  }
  return lanes.length;
}

/** Lines leave and reach a node side by side, evenly over its width; those that run together do so at one place. */
function portsOf(ends: readonly { node: string; line: unknown }[]): (index: number) => number {
  const lines = new Map<string, unknown[]>();
  for (const { node, line } of ends) {
    const known = lines.get(node) ?? [];
    if (!known.includes(line)) known.push(line);
    lines.set(node, known);
  }
  return (index) => {
    const { node = '', line } = ends[index] ?? {};
    const known = lines.get(node) ?? [];
    return (known.indexOf(line) + 1) / (known.length + 1);
  };
}
