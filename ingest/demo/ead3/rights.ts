import { CUSTODIANS } from '#ingest/demo/institutions.ts';
import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';
import type { Context } from './identifiers.ts';
import { paragraphs } from './paragraphs.ts';

/** Conditions of access and of reproduction: the custodian’s at the top, a unit’s own below. */
export function rights(unit: Unit, context: Context): string {
  const custodian = CUSTODIANS[context.fonds.custodian];
  const access = unit.access ?? (unit.level === 'fonds' ? custodian?.access : undefined);
  const conditions =
    access === undefined
      ? ''
      : wrap(
          'accessrestrict',
          { localtype: 'CondizioniAccesso' },
          leaf('p', access.kind),
          wrap('accessrestrict', { localtype: 'NoteCondizioniAccesso' }, leaf('p', access.note)),
        );
  const reproduction =
    unit.level !== 'fonds' || custodian === undefined
      ? ''
      : wrap(
          'userestrict',
          { localtype: 'Riproduzione' },
          leaf('p', custodian.reproduction.kind),
          wrap('userestrict', { localtype: 'NoteCondizioniUtilizzo' }, paragraphs(custodian.reproduction.note)),
        );
  return conditions + reproduction;
}
