import type { Composition } from '#lib/composition.ts';
import { findVoice } from '#lib/fascicoli/titolario.ts';
import { segnaturaText } from '#lib/procedures/protocollo/segnatura.ts';
import type { AggregationFacts } from '#lib/projections/allegato5-aggregation.ts';
import type { DocumentMetadataFacts } from '#lib/projections/allegato5-document.ts';
import type { DescribedDocumentRow } from '#lib/store/documents/document-metadata.ts';
import type { FascicoloView } from '#lib/store/fascicoli/fascicoli.ts';

type Parts = Pick<Composition, 'titolari' | 'procedureTypes' | 'staff'>;

/** What documents are described from, by Allegato 5; the names of all who had to do with them are asked for at once. */
export async function metadataFactsOf(
  rows: readonly DescribedDocumentRow[],
  parts: Parts,
): Promise<DocumentMetadataFacts[]> {
  const people = rows.flatMap(({ changes, registration }) => [
    ...changes.map(({ by }) => by),
    ...(registration ? [registration.operator] : []),
  ]);
  const names = await parts.staff.namesOfMembers([...new Set(people.map((by) => by.replace(/^officer:/, '')))]);
  const name = (by: string) => names.get(by.replace(/^officer:/, '')) ?? by;
  return rows.map((row) => factsOf(row, name, parts));
}

/** What a fascicolo is described from, with these of its documents. */
export function aggregationFactsOf(
  view: FascicoloView,
  documents: AggregationFacts['documents'],
  { titolari, procedureTypes }: Omit<Parts, 'staff'>,
): AggregationFacts {
  const titolario = titolari.find(view.titolario);
  const voice = titolario && findVoice(titolario, view);
  const comune = procedureTypes.comune();
  return {
    ...view,
    voiceName: voice ? (voice.className ?? voice.titleName.it) : null,
    documents,
    years: null,
    administration: { code: comune.code, name: comune.name.it },
  };
}

function factsOf(row: DescribedDocumentRow, name: (by: string) => string, parts: Parts): DocumentMetadataFacts {
  const { titolari, procedureTypes } = parts;
  const { fascicolo, registration, changes } = row;
  const comune = procedureTypes.comune();
  const titolario = fascicolo && titolari.find(fascicolo.titolario);
  const voice = fascicolo && titolario && findVoice(titolario, fascicolo);
  const subjects = (all: readonly { name: string; address?: string }[]) =>
    all.map((one) => ({ name: one.name, address: one.address, person: null }));
  return {
    ...row,
    registration: registration && {
      ...registration,
      sender: subjects(registration.sender),
      recipients: subjects(registration.recipients),
      operator: name(registration.operator),
      attachments: registration.attachments.map(({ hash, ...one }) => ({ ...one, sha256: hash })),
      main: { record: registration.record, sha256: registration.hash },
    },
    segnatura:
      registration &&
      segnaturaText({
        administration: comune.name.it,
        aoo: registration.aoo,
        registration,
        flow: registration.flow,
        classification: registration.classification,
        unit: registration.unit,
      }),
    classification: fascicolo
      ? {
          code: `${fascicolo.title}/${fascicolo.class}`,
          name: voice ? (voice.className ?? voice.titleName.it) : null,
          titolario: fascicolo.titolario,
        }
      : registration?.classification
        ? { code: registration.classification, name: null, titolario: titolari.on(registration.on).version }
        : null,
    fascicolo: fascicolo && { id: fascicolo.id, code: fascicolo.code },
    changes: changes.map((change) => ({ ...change, by: name(change.by) })),
    keptYears: keptYearsOf(fascicolo),
    administration: { code: comune.code, name: comune.name.it },
  };
}

/** For ever as Allegato 5 writes it; else the years from the closing to the day on which it may be discarded. */
function keptYearsOf(fascicolo: DescribedDocumentRow['fascicolo']): number | null {
  if (fascicolo?.keep) return 9999;
  if (!fascicolo?.closedOn || !fascicolo.until) return null;
  return Number(fascicolo.until.slice(0, 4)) - Number(fascicolo.closedOn.slice(0, 4));
}
