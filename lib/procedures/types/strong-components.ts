/**
 * The strongly connected parts of a directed graph (Tarjan 1972), each after all the parts that it leads to. Without recursion: a walk may
 * have thousands of states in a row.
 * @param successors by number of the vertex.
 */
export function strongComponents(successors: readonly (readonly number[])[]): number[][] {
  const order = new Map<number, number>();
  const low: number[] = [];
  const open: number[] = [];
  const isOpen = new Set<number>();
  const components: number[][] = [];
  const enter = (vertex: number) => {
    low[vertex] = order.size;
    order.set(vertex, order.size);
    open.push(vertex);
    isOpen.add(vertex);
    return { vertex, next: 0 };
  };
  for (const root of successors.keys()) {
    if (order.has(root)) continue;
    const way = [enter(root)];
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const { vertex } = top;
      const successor = successors[vertex]?.[top.next++];
      if (successor !== undefined) {
        if (!order.has(successor)) way.push(enter(successor));
        else if (isOpen.has(successor)) low[vertex] = Math.min(low[vertex] ?? 0, order.get(successor) ?? 0);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) low[above.vertex] = Math.min(low[above.vertex] ?? 0, low[vertex] ?? 0);
      if (low[vertex] !== order.get(vertex)) continue;
      const component = open.splice(open.lastIndexOf(vertex));
      for (const member of component) isOpen.delete(member);
      components.push(component);
    }
  }
  return components;
}
