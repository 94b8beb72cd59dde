import type pg from 'pg';
import { addDays } from '#lib/procedures/day.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import { fascicoloNamed } from '#lib/store/fascicoli/fascicolo-named.ts';
import type { Keeper } from '#lib/store/keeping/actor.ts';
import { listReadingGranted } from '#lib/store/procedures/demo-progress.ts';
import { givePermit } from '#lib/store/reading-permits/give-permit.ts';
import { restrict } from '#lib/store/visibility/restrict.ts';

/** A file of the deposit that was asked for (see past-files.ts), and the unit of which an archivist said that it stays closed. */
const inDeposit = '1981-VI/3.1';
const keptBack = 'Cartelle della campagna antipolio';

/** Permits to read of the requests that were granted to who can be tried out, and what an archivist keeps back. */
export async function loadPermits(
  { pool, now }: { pool: pg.Pool; now: Date },
  units: readonly { id: string; title: string }[],
) {
  const keeper: Keeper = { by: 'officer:archivista', now, today: romeDay(now) };
  const granted = [...(await listReadingGranted(pool, 'cittadina')), ...(await listReadingGranted(pool, 'studiosa'))];
  for (const { id, type, about } of granted) {
    const reserved = type === 'consultazione-riservata';
    const record = reserved ? about : await fascicoloNamed(pool, inDeposit);
    if (!record) continue;
    const act = reserved
      ? 'Autorizzazione del Ministero dell’interno n. 1412, dimostrativa'
      : 'Provvedimento del dirigente n. 88, dimostrativo';
    await givePermit(
      pool,
      {
        procedure: id,
        of: reserved ? 'reserved' : 'deposit',
        records: [record],
        until: addDays(keeper.today, 180),
        act,
      },
      keeper,
    );
  }
  const unit = units.find(({ title }) => title === keptBack);
  if (!unit) return;
  const said = {
    record: unit.id,
    sensitivity: 'healthSexFamily',
    closed: null,
    reason: 'dati sanitari di minori, visti sulle carte',
    inherits: false,
    by: keeper.by,
    at: now,
  } as const;
  await restrict(pool, said, keeper.today);
}
