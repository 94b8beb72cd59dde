import type pg from 'pg';
import { z } from 'zod';
import type { Reach } from '#lib/access/reach.ts';
import type { AskedFor } from '#lib/relationship/asked-for.ts';
import { Bound, withinReach } from '#lib/store/procedures/reach-sql.ts';
import { asOfficer } from './as-officer.ts';

/** Somebody in a list: what tells people apart, and no more. */
export interface FoundPerson {
  id: string;
  name: string;
  isBody: boolean;
  taxCode: string | null;
  bornOn: string | null;
}

export interface PeoplePage {
  people: FoundPerson[];
  next: string | null;
}

const pageOf = 20;

const placeSchema = z.tuple([z.string(), z.string()]);

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  try {
    return cursor ? placeSchema.parse(JSON.parse(Buffer.from(cursor.slice(0, 1000), 'base64url').toString())) : null;
  } catch {
    return null;
  }
}

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  isBody: z.boolean(),
  taxCode: z.string().nullable(),
  bornOn: z.string().nullable(),
  place: z.string(),
});

/** What is destroyed keeps its row and no name. */
const living = `a.internal AND a.deleted_at IS NULL AND a.kind IN ('person', 'corporateBody') AND a.authorised_name <> '(scartato)'`;

/**
 * People and businesses as the front office looks for them, twenty at a time by name.
 * @param reach of who looks: by the number of a case that they may not see nobody is found
 */
export async function searchPeople(
  pool: pg.Pool,
  member: string,
  asked: AskedFor,
  reach: Reach,
  after?: string,
): Promise<PeoplePage> {
  const bound = new Bound();
  const conditions = [living, conditionOf(asked, reach, bound)];
  const place = placeOf(after);
  if (place)
    conditions.push(
      `(a.name_key COLLATE "C", a.id) > (${bound.bind(place[0], 'text')}, ${bound.bind(place[1], 'text')})`,
    );
  return asOfficer(pool, member, async (client) => {
    const { rows } = await client.query(
      `SELECT a.id, a.authorised_name AS name, a.kind = 'corporateBody' AS "isBody", i.tax_code AS "taxCode", i.born_on::text AS "bornOn",
              a.name_key AS place
         FROM eli4u.agent a JOIN eli4u.agent_identity i ON i.agent_id = a.id
        WHERE ${conditions.join(' AND ')} ORDER BY a.name_key COLLATE "C", a.id LIMIT ${pageOf + 1}`,
      bound.values,
    );
    const people = rows.slice(0, pageOf).map((row) => rowSchema.parse(row));
    const last = people.at(-1);
    return {
      people: people.map(({ place: _place, ...person }) => person),
      next:
        rows.length > pageOf && last ? Buffer.from(JSON.stringify([last.place, last.id])).toString('base64url') : null,
    };
  });
}

function conditionOf(asked: AskedFor, reach: Reach, bound: Bound): string {
  switch (asked.by) {
    case 'taxCode':
      return `i.tax_code = ${bound.bind(asked.code, 'text')}`;
    case 'email': {
      const address = bound.bind(asked.address, 'text');
      return `(i.email_key = ${address} OR i.pec_key = ${address})`;
    }
    case 'phone':
      return `i.phone_key = ${bound.bind(asked.digits, 'text')}`;
    case 'name': {
      // Letters and digits alone, so that quotes hold nothing that ends them.
      const query = asked.words.map((word) => `'${word}':*`).join(' & ');
      return `to_tsvector('simple'::regconfig, a.name_key) @@ ${bound.bind(query, 'tsquery')}`;
    }
    case 'protocol': {
      const year = asked.year === null ? '' : ` AND p.protocol_year = ${bound.bind(asked.year, 'int')}`;
      return partyOf(`p.protocol_number = ${bound.bind(asked.number, 'int')}${year}`, reach, bound);
    }
    case 'fascicolo': {
      const { title, class: among, year, number, sub } = asked.code;
      return partyOf(
        `p.id IN (SELECT f.record_id FROM eli4u.fascicolo f WHERE f.title = ${bound.bind(title, 'text')} AND f.class = ${bound.bind(among, 'int')}
           AND f.year = ${bound.bind(year, 'int')} AND f.number = ${bound.bind(number, 'int')} AND f.sub_number = ${bound.bind(sub, 'int')})`,
        reach,
        bound,
      );
    }
  }
}

/** Those who take part in cases that are named by a number. */
const partyOf = (condition: string, reach: Reach, bound: Bound): string =>
  `a.id IN (SELECT y.agent_id FROM eli4u.procedure p JOIN eli4u.procedure_party y ON y.procedure_id = p.id
     WHERE ${condition} AND ${withinReach(reach, bound)})`;
