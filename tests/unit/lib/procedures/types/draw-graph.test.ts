import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph, type DrawnNode, type GraphDrawing } from '#lib/procedures/types/draw-graph.ts';
import { demoCatalogue, demoType, typeFiles } from '#tests/builders/procedure-types.ts';
import { plainCatalogue, randomGraph } from '#tests/builders/random-graph.ts';

const catalogue = demoCatalogue();

function checkDrawing(drawing: GraphDrawing): void {
  const { nodes, edges, width, height } = drawing;
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const node of nodes) {
    expect(node.x >= 0 && node.x + node.width <= width && node.y >= 0 && node.y + node.height <= height).toBe(true);
    for (const other of nodes) expect(node === other || !overlap(node, other)).toBe(true);
  }
  for (const { from, to, points, back } of edges) {
    const [start, end] = [byName.get(from), byName.get(to)];
    expect(points[0]?.y).toBe((start?.y ?? 0) + (start?.height ?? 0));
    expect(points.at(-1)?.y).toBe(end?.y);
    expect(back).toBe((end?.layer ?? 0) <= (start?.layer ?? 0));
    for (const [index, point] of points.entries()) {
      expect(point.x >= 0 && point.x <= width && point.y >= 0 && point.y <= height).toBe(true);
      const next = points[index + 1];
      if (!next) continue;
      expect(point.x === next.x || point.y === next.y).toBe(true);
      for (const node of nodes) expect(crosses(point, next, node)).toBe(false);
    }
  }
}

const overlap = (a: DrawnNode, b: DrawnNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const crosses = (a: { x: number; y: number }, b: { x: number; y: number }, node: DrawnNode) =>
  Math.max(a.x, b.x) > node.x &&
  Math.min(a.x, b.x) < node.x + node.width &&
  Math.max(a.y, b.y) > node.y &&
  Math.min(a.y, b.y) < node.y + node.height;

describe('drawGraph', () => {
  it.each(typeFiles)('draws %s: nothing overlaps, no line goes through a node', (file) => {
    const { graph } = demoType(file.replace('.yaml', ''));
    const drawing = drawGraph(graph, catalogue);
    checkDrawing(drawing);
    expect(drawing.nodes).toHaveLength(Object.keys(graph.nodes).length + Object.keys(graph.ends).length);
    expect(drawing.edges.flatMap(({ transitions }) => transitions).sort((a, b) => a - b)).toEqual([
      ...graph.transitions.keys(),
    ]);
  });

  it('draws any graph so, and the same one the same way', () =>
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const drawing = drawGraph(graph, plainCatalogue);
        checkDrawing(drawing);
        expect(drawGraph(graph, plainCatalogue)).toEqual(drawing);
      }),
      { numRuns: 40 },
    ));

  it('puts the phases from top to bottom, the ends last', () => {
    const { bands } = drawGraph(demoType('permesso-di-costruire').graph, catalogue);
    expect(bands.map(({ phase }) => phase)).toEqual([
      'preparatoria',
      'istruttoria',
      'consultiva',
      'decisoria',
      'integrazioneDellEfficacia',
      null,
    ]);
    for (const [index, { y, height }] of bands.entries())
      expect(bands[index + 1]?.y ?? Infinity).toBeGreaterThan(y + height);
  });

  it('draws a graph that an editor has only begun', () =>
    expect(drawGraph({ start: 'a', nodes: {}, ends: {}, transitions: [] }, catalogue)).toMatchObject({
      nodes: [],
      edges: [],
    }));
});
