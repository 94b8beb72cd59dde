import { activityPhases, type ActivityCatalogue } from './activity-type.ts';
import type { Graph } from './graph.ts';

/** Nodes in horizontal layers, from top to bottom: the phases in the order of the law, ends last. */
export interface GraphLayers {
  layers: string[][];
  /** Index in `activityPhases` of each layer; the ends' is its length. */
  bands: number[];
}

const endBand = activityPhases.length;

export function layersOf(graph: Graph, catalogue: ActivityCatalogue): GraphLayers {
  const names = [...new Set([...Object.keys(graph.nodes), ...Object.keys(graph.ends)])];
  const ways = waysOf(graph, names);
  const bandOf = (name: string): number => {
    if (!Object.hasOwn(graph.nodes, name)) return endBand;
    const phase = catalogue.get(graph.nodes[name]?.activity ?? '')?.phase;
    return phase ? activityPhases.indexOf(phase) : 0;
  };
  const layers: string[][] = [];
  const bands: number[] = [];
  for (let band = 0; band <= endBand; band++) {
    const members = names.filter((name) => bandOf(name) === band);
    const depth = depths(members, ways, graph.start);
    for (let level = 0; level <= Math.max(-1, ...depth.values()); level++) {
      layers.push(members.filter((name) => depth.get(name) === level));
      bands.push(band);
    }
  }
  return { layers: inOrder(layers, ways), bands };
}

type Ways = ReadonlyMap<string, readonly string[]>;

function waysOf(graph: Graph, names: readonly string[]): Ways {
  const ways = new Map(names.map((name) => [name, [] as string[]]));
  for (const { from, to } of graph.transitions)
    if (ways.has(to) && !ways.get(from)?.includes(to)) ways.get(from)?.push(to);
  return ways;
}

/** How far below the first of its phase each node stands: the longest way within the phase that goes round no loop. */
function depths(members: readonly string[], ways: Ways, start: string): Map<string, number> {
  const inside = new Set(members);
  const forward = new Map<string, string[]>();
  const open = new Set<string>();
  const visit = (name: string) => {
    if (forward.has(name)) return;
    const kept: string[] = [];
    forward.set(name, kept);
    open.add(name);
    for (const to of ways.get(name) ?? []) {
      if (!inside.has(to) || open.has(to)) continue;
      kept.push(to);
      visit(to);
    }
    open.delete(name);
  };
  const entered = members.filter((name) => members.every((other) => !ways.get(other)?.includes(name)));
  const roots = [...(inside.has(start) ? [start] : []), ...entered, ...members];
  for (const root of roots) visit(root);
  const depth = new Map(members.map((name) => [name, 0]));
  // As many rounds as a longest way has steps: graphs of types have a few dozen nodes.
  for (let changed = true; changed;) {
    changed = false;
    for (const [name, successors] of forward)
      for (const to of successors) {
        const below = (depth.get(name) ?? 0) + 1;
        if ((depth.get(to) ?? 0) >= below) continue;
        depth.set(to, below);
        changed = true;
      }
  }
  return depth;
}

/** Each layer sorted by where those above that lead to it stand (barycentre), so that fewer lines cross. */
function inOrder(layers: readonly (readonly string[])[], ways: Ways): string[][] {
  const place = new Map<string, number>();
  return layers.map((layer) => {
    const middle = new Map(
      layer.map((name, index) => {
        const above = [...place].flatMap(([other, at]) => (ways.get(other)?.includes(name) ? [at] : []));
        const mean = above.reduce((sum, at) => sum + at, 0) / above.length;
        return [name, above.length > 0 ? mean : (index + 0.5) / layer.length];
      }),
    );
    const sorted = layer.toSorted((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
    for (const [index, name] of sorted.entries()) place.set(name, (index + 0.5) / sorted.length);
    return sorted;
  });
}
