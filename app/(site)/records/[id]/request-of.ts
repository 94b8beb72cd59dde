import { composition } from '#lib/composition.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { ReadingPermitRule } from '#lib/procedures/types/reading-permit.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/** Where something is asked for, and the words of the link. */
export interface RequestLink {
  href: string;
  label: string;
}

/**
 * Where to ask for a unit: of those that the Comune keeps by the procedure for it, to consult or to reproduce, filled in; of others by who keeps them, whose contacts are on
 * the page. A fonds is nothing that anybody brings to a table.
 */
export function requestsOf(record: RecordView, t: Translate): RequestLink[] {
  if (record.level === 'fonds') return [];
  const elsewhere = [{ href: '#contact', label: t('record.requestElsewhere') }];
  if (!isOurs(record)) return elsewhere;
  const reserved = readingRequestOf(record, 'reserved', t);
  if (reserved) return [reserved];
  const type = onlineTypes().find(
    (one) => !permitOf(one) && 'accessPoints' in one && one.accessPoints.archivalUnit === 'required',
  );
  if (!type) return elsewhere;
  return (['consultazione', 'riproduzione'] as const).map((service) => ({
    href: `${addressOf(type, record)}&servizio=${service}`,
    label: t(service === 'consultazione' ? 'record.consult' : 'record.reproduce'),
  }));
}

/**
 * The procedure by which a scholar asks to read what cannot be consulted: a described unit before its day (D.Lgs. 42/2004 art. 123), or from
 * the page of a fonds or series the later files that are not here yet (art. 124). Null where there is nothing to ask for.
 */
export function readingRequestOf(record: RecordView, of: ReadingPermitRule['of'], t: Translate): RequestLink | null {
  if (!isOurs(record)) return null;
  if (of === 'reserved' ? record.visibility !== 'described' : !upperLevels.has(record.level)) return null;
  const type = onlineTypes().find((one) => permitOf(one) === of);
  return type ? { href: addressOf(type, record), label: t(`reading.ask.${of}`) } : null;
}

const upperLevels: ReadonlySet<string> = new Set(['fonds', 'subfonds', 'series', 'subseries']);

/** Whether the Comune keeps it. */
export const isOurs = (record: RecordView): boolean =>
  composition().procedureTypes.comune().archives.includes(record.institution.code);

function onlineTypes(): ProcedureType[] {
  const { procedureTypes, today } = composition();
  return procedureTypes.listTypes(today()).filter(isOnline);
}

const permitOf = (type: ProcedureType) => ('readingPermit' in type ? type.readingPermit?.of : undefined);

const addressOf = ({ code }: ProcedureType, { id }: RecordView): string =>
  `/servizi/${code}/richiesta?unita=${encodeURIComponent(id)}`;
