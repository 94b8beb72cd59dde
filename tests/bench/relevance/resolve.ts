import { grades, type Grade, type JudgedQuery, type Meant, type Named } from './judgement.ts';

/** A record as judgements look at it. */
export interface Holding {
  id: string;
  parentId: string | null;
  fonds: string;
  code: string | null;
  title: string;
  subjects: readonly string[];
  places: readonly string[];
}

export interface ResolvedQuery extends Omit<JudgedQuery, 'judged'> {
  /** Grade by record id; the higher where a record has two. */
  grades: ReadonlyMap<string, Grade>;
}

/** Judgements by the ids of the records they name; `errors` are names that mean no record or several, and rules that mean none. */
export function resolve(
  queries: readonly JudgedQuery[],
  holdings: readonly Holding[],
): { resolved: ResolvedQuery[]; errors: string[] } {
  const byId = new Map(holdings.map((holding) => [holding.id, holding]));
  const errors: string[] = [];

  const named = ({ fonds, code, title, parent }: Named): Holding | null => {
    const parentTitle = ({ parentId }: Holding) => (parentId === null ? null : byId.get(parentId)?.title);
    const found = holdings.filter(
      (holding) =>
        holding.fonds === fonds &&
        holding.code === code &&
        holding.title === title &&
        (parent === undefined || parentTitle(holding) === parent),
    );
    if (found.length === 1) return found[0] ?? null;
    errors.push(`${found.length} records are ${[fonds, code ?? parent, title].filter(Boolean).join(' · ')}`);
    return null;
  };

  const isBelow = (holding: Holding, above: string): boolean => {
    for (let at: Holding | undefined = holding; at?.parentId; at = byId.get(at.parentId))
      if (at.parentId === above) return true;
    return false;
  };

  const meant = (what: Meant): Holding[] => {
    if (what.kind === 'record') return [named(what)].filter((holding) => holding !== null);
    const found =
      what.kind === 'below'
        ? belowOf(what.record, what.title)
        : holdings.filter((holding) =>
            (what.kind === 'subject' ? holding.subjects : holding.places).includes(what.label),
          );
    if (found.length === 0) errors.push(`nothing is ${JSON.stringify(what)}`);
    return found;
  };

  const belowOf = (record: Named, title: RegExp | null): Holding[] => {
    const above = named(record);
    return holdings.filter(
      (holding) => above !== null && isBelow(holding, above.id) && (title === null || title.test(holding.title)),
    );
  };

  const resolved = queries.map(({ judged, ...query }) => {
    const ids = new Map<string, Grade>();
    for (const grade of grades)
      for (const what of judged[grade] ?? []) for (const { id } of meant(what)) if (!ids.has(id)) ids.set(id, grade);
    return { ...query, grades: ids };
  });
  return { resolved, errors: [...new Set(errors)] };
}
