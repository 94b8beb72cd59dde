import { cache } from 'react';
import { mayReadByPermit, isInForce } from '#lib/access/reading-permits.ts';
import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import { checksOf } from '#lib/store/identity/identity-checks.ts';
import { permitsFor, type PermitLine } from '#lib/store/reading-permits/list-permits.ts';

/** The permit by which who is signed in reads a record today, the one that lasts longest; null where there is none. */
export const loadReading = cache(async (record: string): Promise<{ permit: PermitLine; reader: string } | null> => {
  const session = await currentSession();
  if (session?.kind !== 'citizen' || !isIdentifier(record)) return null;
  const { pool, today } = composition();
  const permits = await permitsFor(pool, record, session.agent);
  const checks = await checksOf(pool, session.agent, { kind: 'citizen', id: session.agent });
  if (!mayReadByPermit(session, permits, checks, today()).allowed) return null;
  const [permit] = permits
    .filter((one) => isInForce(one, today()))
    .toSorted((one, other) => other.until.localeCompare(one.until));
  return permit ? { permit, reader: session.agent } : null;
});
