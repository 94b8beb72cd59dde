import type { Unit } from '#ingest/demo/model.ts';
import { leaf, wrap } from '#ingest/demo/xml.ts';
import { COMPLEX } from './identifiers.ts';

/** Said by every unit below the series: visitors must never take an invented document for a real one. */
export const DEMONSTRATION_NOTE =
  'Dato dimostrativo: unità inventata per il progetto ELI4U secondo i modelli descrittivi d’uso; non corrisponde a un documento reale.';

/** Said where the title is real or customary and only what lies below is invented. */
const FONDS_NOTE =
  'Dato dimostrativo: titolo, estremi, consistenza e storia del complesso seguono le fonti citate; le unità descritte al suo interno sono inventate per il progetto ELI4U.';
const SUBSERIES_NOTE =
  'Dato dimostrativo: la partizione segue le fonti o l’uso archivistico; le unità che contiene sono inventate per il progetto ELI4U.';

function demonstration(unit: Unit): string | undefined {
  if (unit.level === 'fonds' || unit.level === 'subfonds') return FONDS_NOTE;
  if (unit.level === 'subseries') return SUBSERIES_NOTE;
  return COMPLEX.has(unit.level) ? undefined : DEMONSTRATION_NOTE;
}

/** Findings of the sources, remarks, and that it is demonstration data. */
export function notes(unit: Unit): string {
  const complex = COMPLEX.has(unit.level);
  const kind = complex ? 'ComplessoArchivistico' : unit.level === 'file' ? 'UnitaArchivistica' : 'UnitaDocumentale';
  const remarks = [unit.note, demonstration(unit)].filter((text) => text !== undefined);
  const facts = [
    unit.findingAids === undefined ? undefined : `Mezzi di corredo: ${unit.findingAids}`,
    unit.disagreement === undefined ? undefined : `Fonti discordi: ${unit.disagreement}`,
    unit.sources === undefined ? undefined : `Fonti della descrizione: ${unit.sources}`,
  ].filter((text) => text !== undefined);
  return (
    (facts.length === 0 ? '' : wrap('odd', { localtype: 'AltreInfo' }, ...facts.map((text) => leaf('p', text)))) +
    (remarks.length === 0
      ? ''
      : wrap(
          'odd',
          { localtype: 'Osservazioni' },
          wrap('odd', { localtype: kind }, ...remarks.map((text) => leaf('p', text))),
        ))
  );
}
