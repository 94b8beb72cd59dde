/** Hits of a first page that are looked at. */
export const depth = 10;

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002; gain 2^grade − 1): 1 when the hits stand as well as the judged records can.
 * @param found grades of the hits in their order, 0 for one without a grade
 * @param judged grades of all judged records
 */
export function nDCG(found: readonly number[], judged: readonly number[]): number {
  const ideal = gain(best(judged));
  return ideal === 0 ? 0 : gain(found) / ideal;
}

/** The first place (from 0) where a better judged record could stand; null: none. */
export function firstMiss(found: readonly number[], judged: readonly number[]): number | null {
  const place = best(judged)
    .slice(0, depth)
    .findIndex((grade, at) => grade > (found[at] ?? 0));
  return place === -1 ? null : place;
}

const best = (grades: readonly number[]): number[] => grades.toSorted((a, b) => b - a);

function gain(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
