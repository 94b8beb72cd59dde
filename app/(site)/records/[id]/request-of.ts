import { composition } from '#lib/composition.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { isOnline } from '#lib/procedures/types/is-online.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';

/**
 * Where to ask for a unit: of those that the Comune keeps by the procedure for it, filled in; of others by who keeps them, whose contacts are on
 * the page. A fonds is nothing that anybody brings to a table.
 */
export function requestOf(record: RecordView, t: Translate): { href: string; label: string } | null {
  if (record.level === 'fonds') return null;
  const { procedureTypes, today } = composition();
  if (!procedureTypes.comune().archives.includes(record.institution.code))
    return { href: '#contact', label: t('record.requestElsewhere') };
  const type = procedureTypes
    .listTypes(today())
    .find((one) => isOnline(one) && 'accessPoints' in one && one.accessPoints.archivalUnit === 'required');
  return type
    ? { href: `/servizi/${type.code}/richiesta?unita=${encodeURIComponent(record.id)}`, label: t('record.request') }
    : { href: '#contact', label: t('record.requestElsewhere') };
}
