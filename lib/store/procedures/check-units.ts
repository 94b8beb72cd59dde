import type pg from 'pg';
import type { FilingFacts } from '#lib/procedures/cases/filing-facts.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { reason } from '#lib/procedures/cases/reason.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import { shown } from '#lib/store/shown.ts';

/** The archival units that a request names: its answers, and the one that it started from. */
export function unitsNamed(
  type: ProcedureType,
  { answers, aboutRecord }: Pick<FilingFacts, 'answers' | 'aboutRecord'>,
): string[] {
  const fields = 'fields' in type ? type.fields.filter(({ kind }) => kind === 'archivalUnit') : [];
  const named = fields.flatMap(({ name }) => [answers[name]].flat()).filter((one) => typeof one === 'string');
  return [...new Set(aboutRecord === null ? named : [...named, aboutRecord])];
}

/**
 * Whether each unit is one that the public knows of, and, where reserved documents are asked for, one that may not be read yet. A unit that is
 * kept from the public and one that never was get the same answer.
 */
export async function checkUnits(
  db: Pick<pg.ClientBase, 'query'>,
  type: ProcedureType,
  facts: Pick<FilingFacts, 'answers' | 'aboutRecord'>,
): Promise<Reason[]> {
  const named = unitsNamed(type, facts);
  if (named.length === 0) return [];
  const { rows } = await db.query<{ id: string; visibility: string }>(
    `SELECT r.id, r.visibility FROM eli4u.record r WHERE r.id = ANY($1::text[]) AND ${shown('r')}`,
    [named.filter((id) => !id.includes('\0'))],
  );
  const known = new Map(rows.map(({ id, visibility }) => [id, visibility]));
  const reserved = 'readingPermit' in type && type.readingPermit?.of === 'reserved';
  return named.flatMap((id) => {
    const visibility = known.get(id);
    if (visibility === undefined)
      return [
        reason(
          'unknownUnit',
          `Nessuna scheda pubblica ha l’identificativo «${id}»`,
          `No public page has the identifier "${id}"`,
        ),
      ];
    if (reserved && visibility !== 'described')
      return [
        reason(
          'readAlready',
          `L’unità «${id}» si può già leggere: si chiede in consultazione, senza autorizzazione`,
          `The unit "${id}" can be read already: ask to consult it, no authorisation is needed`,
          'D.Lgs. 42/2004 art. 122',
        ),
      ];
    return [];
  });
}
