import type pg from 'pg';
import { preserve } from '#lib/jobs/preserve.ts';
import type { PreservationSystem, Verdict } from '#lib/preservation/preservation-system.ts';
import { dailyRegisterSource } from '#lib/store/preservation/daily-register-source.ts';
import { fascicoloSource } from '#lib/store/preservation/fascicolo-source.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';

/** Packages that the system of the demonstration does not take, and what it said. */
const refusals = [
  'Controllo di leggibilità non superato: un file dichiarato PDF/A non è conforme (ISO 19005-2).',
  'Metadato obbligatorio mancante: indice di classificazione.',
] as const;

const report = (packageId: string, said: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<RapportoVersamento><Pacchetto>${packageId}</Pacchetto><Esito>${said}</Esito><Nota>Rapporto dimostrativo: nessun sistema di conservazione ha ricevuto questo pacchetto.</Nota></RapportoVersamento>\n`,
  );

/** A system that nobody runs: it takes every package but the first two of fascicoli, and has not answered yet for one. */
function inventedSystem(pending: string): PreservationSystem {
  const refused = new Map<string, string>();
  return {
    name: 'demonstration',
    send: ({ id }) => {
      const said = refusals[refused.size];
      if (said && id.startsWith('fascicolo') && !id.includes(pending)) refused.set(id, said);
      return Promise.resolve({ kind: 'sent' });
    },
    ask: (id) => {
      const said = refused.get(id);
      const verdict: Verdict = id.includes(pending)
        ? { kind: 'pending' }
        : said
          ? { kind: 'refused', said, report: report(id, said) }
          : { kind: 'accepted', report: report(id, 'accettato') };
      return Promise.resolve(verdict);
    },
  };
}

/** Brings what is closed so far to an invented preservation system. @param pending a fascicolo whose package is on its way still */
export async function preserveFor(
  { pool, dataDir, types, now }: { pool: pg.Pool; dataDir: string; types: ProcedureTypes; now: Date },
  { pending }: { pending: string },
): Promise<void> {
  let clock = new Date(now.getTime() - 3_600_000);
  const parts = {
    pool,
    dataDir,
    system: inventedSystem(pending),
    sources: [dailyRegisterSource(pool, dataDir), fascicoloSource(pool, dataDir)],
    submitter: () => ({ taxCode: types.comune().taxCode, name: types.comune().name.it }),
    now: () => clock,
  };
  await preserve(parts);
  // It is asked a minute after the last was sent.
  clock = new Date(clock.getTime() + 90_000);
  await preserve(parts);
}
