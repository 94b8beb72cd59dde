interface Range {
  type: string;
  /** 2 for `text/html`, 1 for `text/*`, 0 for anything. */
  precision: number;
  weight: number;
}

/**
 * The media type that suits who asks best (RFC 9110 §12.5.1): the heaviest of those that we have, of equal ones the first of ours. Null where none
 * of ours will do.
 * @param accept the header; without one anything will do
 */
export function chooseMediaType(accept: string | null, ours: readonly string[]): string | null {
  if (accept === null || accept.trim() === '') return ours[0] ?? null;
  const ranges = accept.split(',').flatMap(readRange);
  let best: { type: string; weight: number } | null = null;
  for (const type of ours) {
    const weight = weightOf(type, ranges);
    if (weight > 0 && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type ?? null;
}

/** A range that cannot be read asks for nothing. */
function readRange(text: string): Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (!/^(\*\/\*|[\w!#$&^.+-]+\/(\*|[\w!#$&^.+-]+))$/.test(type)) return [];
  const weights = parameters.flatMap((parameter) => /^q\s*=\s*(.*)$/.exec(parameter)?.slice(1) ?? []);
  const weight =
    weights[0] === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weights[0]) ? Number(weights[0]) : 0;
  return [{ type, weight, precision: type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2 }];
}

/** What the most precise range says of a type. */
function weightOf(type: string, ranges: readonly Range[]): number {
  const suits = (range: Range) =>
    range.precision === 0 || range.type === type || (range.precision === 1 && type.startsWith(range.type.slice(0, -1)));
  const met = ranges.filter(suits);
  const precision = Math.max(-1, ...met.map((range) => range.precision));
  return Math.max(0, ...met.filter((range) => range.precision === precision).map(({ weight }) => weight));
}
