import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  proposeDisposal,
  authoriseDisposal,
  refuseItem,
  sendDisposal,
  startDisposal,
} from '#lib/store/keeping/disposals.ts';
import { executeDisposals } from '#lib/store/keeping/execute-disposal.ts';
import { setHold } from '#lib/store/keeping/legal-holds.ts';
import { setRetention } from '#lib/store/keeping/set-retention.ts';
import { openTestDesk, type TestDesk } from '#tests/builders/procedure-desk.ts';
import { archivist, keptFile, statesOf } from '#tests/builders/kept-files.ts';

const today = '2026-03-02';
const keeper = archivist(today);
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(today);
});
afterAll(() => desk.end());

/** When something comes between a fascicolo and its destruction. */
const moments = ['never', 'beforeProposal', 'beforePermit', 'beforeExecution'] as const;
const fate = fc.record({
  held: fc.constantFrom(...moments),
  permanent: fc.constantFrom(...moments),
  refused: fc.boolean(),
});
type Fate = typeof fate extends fc.Arbitrary<infer T> ? T : never;

it('destroys exactly what was granted and is neither held nor permanent, whenever that came to be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 6 }), async (fates) => {
      const files: { fate: Fate; id: string; storageKey: string }[] = [];
      for (const one of fates) files.push({ fate: one, ...(await keptFile(desk, {})) });
      const come = async (moment: (typeof moments)[number]) => {
        for (const { fate: one, id } of files) {
          if (one.held === moment) await setHold(desk.pool, id, 'causa', keeper);
          if (one.permanent === moment)
            await setRetention(desk.pool, id, { disposition: 'keep' }, 'vale la pena', keeper);
        }
      };
      await come('beforeProposal');
      const disposal = await proposeDisposal(desk.pool, keeper);
      if (disposal !== null) {
        for (const { fate: one, id } of files) if (one.refused) await refuseItem(desk.pool, disposal, id, 'no', keeper);
        await sendDisposal(desk.pool, disposal, keeper);
        await come('beforePermit');
        await authoriseDisposal(desk.pool, disposal, { permit: { number: '1', on: today }, interior: null }, keeper);
        const granted = (await statesOf(desk, disposal))['granted'] ?? 0;
        await startDisposal(desk.pool, disposal, granted, keeper);
        await come('beforeExecution');
        await executeDisposals({ pool: desk.pool, dataDir: desk.dataDir, keeper, grace: 0 });
      }
      for (const { fate: one, storageKey } of files) {
        const goes = one.held === 'never' && one.permanent === 'never' && !one.refused;
        expect({ one, there: existsSync(path.join(desk.dataDir, 'documents', storageKey)) }).toEqual({
          one,
          there: !goes,
        });
      }
      // What stays must not come into the next list.
      await desk.owner.query(
        `UPDATE eli4u.record SET disposition = 'keep', disposition_on = NULL WHERE deleted_at IS NULL`,
      );
    }),
    { numRuns: 12 },
  );
}, 120_000);
