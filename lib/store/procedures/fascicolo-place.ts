import type pg from 'pg';

/** Where the next document of a fascicolo goes. */
export interface FascicoloPlace {
  root: string;
  repository: string;
  /** Its place in the fascicolo, from 1. */
  ordinal: number;
}

/** Wants the case locked: two documents at once have two places. */
export async function fascicoloPlace(client: pg.ClientBase, id: string): Promise<FascicoloPlace> {
  const { rows } = await client.query<FascicoloPlace>(
    `SELECT root_id AS root, repository_id AS repository,
            (SELECT coalesce(max(ordinal), 0) + 1 FROM eli4u.procedure_document WHERE procedure_id = $1) AS ordinal
       FROM eli4u.record WHERE id = $1`,
    [id],
  );
  const place = rows[0];
  if (!place) throw new Error(`the fascicolo ${id} has no record`);
  return place;
}
