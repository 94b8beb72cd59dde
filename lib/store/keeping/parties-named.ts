import type pg from 'pg';
import type { Named } from '#lib/records/public-title.ts';
import type { Keeper } from './actor.ts';
import { subtree } from './discardable.ts';

/** Most correspondents that are looked at: a title is compared with each. */
const mostCorrespondents = 2000;

/**
 * Everybody who takes part in a fascicolo, with the tax codes as the rule of `agent_identity` lets the staff see them, and whoever a document in it
 * came from or went to: of a fascicolo without a procedure nobody else is known. In a transaction.
 */
export async function partiesNamed(client: pg.ClientBase, id: string, keeper: Keeper): Promise<Named[]> {
  await client.query('SELECT eli4u.act_as($1, $2)', ['officer', keeper.by.replace(/^officer:/, '')]);
  const { rows } = await client.query<Named>(
    `SELECT a.authorised_name AS name, i.tax_code AS "taxCode" FROM eli4u.agent a LEFT JOIN eli4u.agent_identity i ON i.agent_id = a.id
      WHERE a.id IN (SELECT agent_id FROM eli4u.procedure_party WHERE procedure_id = $1
        UNION SELECT acts_for FROM eli4u.procedure_party WHERE procedure_id = $1
        UNION SELECT agent_id FROM eli4u.record_agent WHERE record_id = $1 AND role <> 'responsibleUnit' AND (internal OR role = 'party'))
     UNION SELECT * FROM (SELECT DISTINCT c ->> 'name', NULL FROM ${subtree('$1')} b JOIN eli4u.document d ON d.record_id = b.id
         CROSS JOIN LATERAL jsonb_array_elements(CASE d.flow WHEN 'in' THEN d.sender WHEN 'out' THEN d.recipients ELSE '[]' END) AS c
        WHERE c ->> 'name' <> '' LIMIT ${mostCorrespondents}) x`,
    [id],
  );
  return rows;
}
