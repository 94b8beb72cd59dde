import { decideLocked } from './act.ts';
import type { Desk } from './desk.ts';
import { inTransaction } from './in-transaction.ts';
import { lockCases } from './lock-case.ts';
import type { ActResult, AssignManyRequest } from './procedure-writing.ts';

/** Most cases given to somebody at once. */
export const mostAssigned = 500;

/**
 * Gives many cases to one person, each decided for itself: what is refused for one holds back no other.
 * @throws RangeError beyond 500
 */
export async function assignMany(
  desk: Desk,
  { ids, to, reach, actor }: AssignManyRequest,
): Promise<{ id: string; result: ActResult }[]> {
  if (ids.length > mostAssigned) throw new RangeError(`at most ${mostAssigned} cases at once`);
  return inTransaction(desk.pool, async (client) => {
    const locked = await lockCases(client, ids, reach);
    const results = new Map<string, ActResult>();
    for (const id of new Set(ids)) {
      const found = locked.get(id);
      if (!found) {
        results.set(id, { kind: 'unknown' });
        continue;
      }
      const done = await decideLocked(client, desk, found, { kind: 'assign', to }, actor);
      results.set(id, done.kind === 'decided' ? { ...done, kind: 'done', replayed: false } : done);
    }
    return { keep: true, value: ids.map((id) => ({ id, result: results.get(id) ?? { kind: 'unknown' } })) };
  });
}
