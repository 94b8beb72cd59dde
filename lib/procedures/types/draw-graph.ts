import { activityPhases, type ActivityCatalogue, type ActivityPhase } from './activity-type.ts';
import type { Graph } from './graph.ts';
import { layersOf } from './graph-layers.ts';
import { outcomeWords } from './outcomes.ts';
import { placeEdges, type Edge, type Point } from './route-edges.ts';
import type { Text } from './text.ts';

export interface DrawnNode {
  name: string;
  kind: 'activity' | 'end';
  label: Text;
  layer: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DrawnEdge {
  from: string;
  to: string;
  /** Indexes in the graph's transitions: one line for all between the same two nodes. */
  transitions: number[];
  /** Goes up again: a return to an earlier step. */
  back: boolean;
  points: Point[];
}

export interface DrawnBand {
  /** null for the ends. */
  phase: ActivityPhase | null;
  y: number;
  height: number;
}

export interface GraphDrawing {
  width: number;
  height: number;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  bands: DrawnBand[];
}

const nodeWidth = 180;
const nodeHeight = 56;
const column = nodeWidth + 36;

/** Where everything of a graph stands, in units of an SVG without scale. Lines run between the layers and never through a node. */
export function drawGraph(graph: Graph, catalogue: ActivityCatalogue): GraphDrawing {
  const { layers, bands } = layersOf(graph, catalogue);
  const edges = edgesOf(graph, layers);
  const columns = Math.max(1, ...layers.map((layer) => layer.length));
  const plan = placeEdges(edges, layers.length, { nodeHeight, contentWidth: columns * column });
  const nodes = layers.flatMap((layer, index) =>
    layer.map((name, place): DrawnNode => {
      const end = Object.hasOwn(graph.nodes, name) ? undefined : graph.ends[name];
      return {
        name,
        kind: end ? 'end' : 'activity',
        label: end ? outcomeWords[end.outcome] : labelOf(graph.nodes[name]?.activity ?? name, catalogue),
        layer: index,
        x: plan.left + ((columns - layer.length) * column) / 2 + place * column + (column - nodeWidth) / 2,
        y: plan.layerY[index] ?? 0,
        width: nodeWidth,
        height: nodeHeight,
      };
    }),
  );
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return {
    width: plan.width,
    height: plan.height,
    nodes,
    edges: edges.map(({ from, to, transitions, back }, index) => ({
      from,
      to,
      transitions,
      back,
      points: plan.points(index, byName.get(from), byName.get(to)),
    })),
    bands: bandsOf(bands, plan.layerY),
  };
}

const labelOf = (activity: string, catalogue: ActivityCatalogue): Text =>
  catalogue.get(activity)?.name ?? { it: activity, en: activity };

function edgesOf(graph: Graph, layers: readonly (readonly string[])[]): Edge[] {
  const layerOf = new Map(layers.flatMap((layer, index) => layer.map((name) => [name, index] as const)));
  const edges = new Map<string, Edge>();
  for (const [index, { from, to }] of graph.transitions.entries()) {
    const fromLayer = layerOf.get(from);
    const toLayer = layerOf.get(to);
    if (fromLayer === undefined || toLayer === undefined) continue;
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from, to, fromLayer, toLayer, back: toLayer <= fromLayer, transitions: [] };
    edge.transitions.push(index);
    edges.set(key, edge);
  }
  return [...edges.values()];
}

function bandsOf(bands: readonly number[], layerY: readonly number[]): DrawnBand[] {
  return [...new Set(bands)].map((band) => {
    const top = layerY[bands.indexOf(band)] ?? 0;
    const bottom = (layerY[bands.lastIndexOf(band)] ?? 0) + nodeHeight;
    return { phase: activityPhases[band] ?? null, y: top, height: bottom - top };
  });
}
