import type pg from 'pg';
import { matchCitizen, type Vouched } from './match-citizen.ts';

/** Citizens as who signs in. One per process. @param ids gives ids of new agents */
export const createCitizenStore = (pool: pg.Pool, ids: (count: number) => Promise<string[]>) => ({
  match: (person: Vouched) => matchCitizen(pool, ids, person),
});
export type CitizenStore = ReturnType<typeof createCitizenStore>;
