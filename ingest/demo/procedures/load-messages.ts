import type pg from 'pg';
import { applicantsThread } from '#lib/procedures/cases/message-thread.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { demoClient } from '#lib/store/procedures/demo-progress.ts';
import { createStaffStore } from '#lib/store/staff/staff-store.ts';
import { createProcedureStore, type Actor } from '#lib/store/procedures/procedure-store.ts';

/** What parties and offices have written to each other: minutes before the demonstration begins, who wrote, what. */
const said: readonly (readonly [minutes: number, from: 'party' | 'office', text: string])[][] = [
  [
    [3_020, 'party', 'Buongiorno, la planimetria che ho allegato va bene o serve in scala più grande?'],
    [2_790, 'office', 'Buongiorno, va bene così. Se il tecnico la chiede in altra scala, glielo scriviamo qui.'],
    [95, 'party', 'Grazie. Sapete già se passerà qualcuno per il sopralluogo?'],
  ],
  [
    [1_630, 'party', 'Posso ancora cambiare i giorni che ho indicato?'],
    [1_400, 'office', 'Sì, ci mandi le nuove date con un messaggio entro venerdì.'],
  ],
];

/** A few conversations of the demonstration’s business with the offices; one waits to be read. */
export async function loadMessages({
  pool,
  dataDir,
  types,
  now,
}: {
  pool: pg.Pool;
  dataDir: string;
  types: ProcedureTypes;
  now: Date;
}): Promise<void> {
  let at = now;
  const store = createProcedureStore({ pool, dataDir, types, now: () => at });
  const business = await createStaffStore(pool).findPersona('impresa');
  if (business?.kind !== 'citizen') return;
  const agent = business.id;
  const reach = { kind: 'own', agents: [agent] } as const;
  const { pages } = await store.readMine({ agent, reader: agent, reach }, { running: { limit: said.length } });
  for (const [i, line] of pages.running.lines.entries())
    for (const [k, [minutes, from, text]] of (said[i] ?? []).entries()) {
      at = new Date(now.getTime() - minutes * 60_000);
      const party: Actor = { kind: 'citizen', id: agent };
      const office: Actor = { kind: 'officer', id: line.assignee ?? 'responsabile' };
      const result = await store.messages.write({
        id: line.id,
        reach: from === 'party' ? reach : { kind: 'all' },
        actor: from === 'party' ? party : office,
        party: from === 'party' ? agent : null,
        thread: applicantsThread,
        text,
        idempotency: { client: demoClient, key: `message ${i}.${k}`, requestHash: text },
      });
      if (result.kind !== 'written') throw new Error(`a message of the demonstration was not written: ${result.kind}`);
    }
}
