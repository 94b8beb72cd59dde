import type pg from 'pg';
import { classificationOn } from '#lib/fascicoli/classification.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { ProcedureTypes } from '#lib/store/procedure-types.ts';
import { createCurrentArchive } from '#lib/store/procedures/current-archive.ts';
import { createIdSource } from '#lib/store/procedures/id-source.ts';
import type { DocumentToRegister } from './document-to-register.ts';
import { createRegisterPlace } from './register-place.ts';
import { createRegistrar, type Registered } from './registrar.ts';

/** Under which the protocol itself is kept: Archivio generale. */
const ofTheArchive = { title: 'I', class: 6 };

/** The protocol register: the only way to read and write it beside the documents of procedures. One per process. */
export interface ProtocolStore {
  register(document: DocumentToRegister): Promise<Registered>;
}

export interface ProtocolStoreParts {
  pool: pg.Pool;
  dataDir: string;
  types: Pick<ProcedureTypes, 'comune' | 'law' | 'calendar' | 'titolari'>;
  now: () => Date;
}

export function createProtocolStore({ pool, types, now }: ProtocolStoreParts): ProtocolStore {
  const takeIds = createIdSource(pool);
  const seriesOf = createCurrentArchive(pool, () => types.comune());
  const archiveSeries = () =>
    seriesOf({ ...classificationOn(types.titolari().versions(), ofTheArchive, romeDay(now())), kind: 'attivita' });
  const place = createRegisterPlace(pool, archiveSeries, takeIds);
  const book = async () => {
    const { register, code } = types.comune();
    return { register, aoo: code, place: await place() };
  };
  return { register: createRegistrar({ pool, now, takeIds, book }) };
}
