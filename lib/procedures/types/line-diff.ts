/** A line of two texts side by side; numbers from 1 where the text has it. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  before: number | null;
  after: number | null;
  text: string;
}

/** Edits that are looked for before two texts are told to have nothing in common. */
const mostEdits = 1500;

/** The lines of two texts, those they share once, by the fewest additions and removals (Myers 1986). */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const middle = script(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const kinds: DiffLine['kind'][] = [
    ...Array.from({ length: head }, () => 'same' as const),
    ...middle,
    ...Array.from({ length: tail }, () => 'same' as const),
  ];
  let [x, y] = [0, 0];
  return kinds.map((kind) => {
    const text = (kind === 'added' ? b[y] : a[x]) ?? '';
    const line: DiffLine = {
      kind,
      before: kind === 'added' ? null : x + 1,
      after: kind === 'removed' ? null : y + 1,
      text,
    };
    if (kind !== 'added') x += 1;
    if (kind !== 'removed') y += 1;
    return line;
  });
}

/** The fewest steps from one list of lines to another. */
function script(a: readonly string[], b: readonly string[]): DiffLine['kind'][] {
  const replaced = () => [...a.map(() => 'removed' as const), ...b.map(() => 'added' as const)];
  if (a.length === 0 || b.length === 0) return replaced();
  /** Of each round: how far each diagonal came. */
  const rounds: Map<number, number>[] = [];
  const most = Math.min(a.length + b.length, mostEdits);
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(new Map(reach));
    for (let k = -edits; k <= edits; k += 2) {
      let x = goesDown(reach, k, edits) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach.set(k, x);
      if (x >= a.length && x - k >= b.length) return backwards(rounds, edits, a.length, b.length);
    }
  }
  return replaced();
}

const goesDown = (reach: ReadonlyMap<number, number>, k: number, edits: number): boolean =>
  k === -edits || (k !== edits && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));

function backwards(
  rounds: readonly ReadonlyMap<number, number>[],
  edits: number,
  endX: number,
  endY: number,
): DiffLine['kind'][] {
  const steps: DiffLine['kind'][] = [];
  let [x, y] = [endX, endY];
  for (let round = edits; round >= 0; round -= 1) {
    const reach = rounds[round] ?? new Map<number, number>();
    const k = x - y;
    const down = goesDown(reach, k, round);
    const fromX = reach.get(down ? k + 1 : k - 1) ?? 0;
    for (const begin = down ? fromX : fromX + 1; x > begin; x -= 1) steps.push('same');
    if (round > 0) {
      steps.push(down ? 'added' : 'removed');
      [x, y] = [fromX, fromX - (down ? k + 1 : k - 1)];
    }
  }
  return steps.toReversed();
}

/** Lines that changed with a few around them; `null` stands for what is left out. */
export function aroundChanges(lines: readonly DiffLine[], context = 3): (DiffLine | null)[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== 'same') for (let i = index - context; i <= index + context; i += 1) near.add(i);
  const shown: (DiffLine | null)[] = [];
  for (const [index, line] of lines.entries()) {
    if (near.has(index)) shown.push(line);
    else if (shown.at(-1) !== null) shown.push(null);
  }
  return near.size === 0 ? [] : shown;
}
