import type { FascicoloKind } from '#lib/fascicoli/kind.ts';
import { inXml } from '#lib/records/element-xml.ts';
import { voiceCode } from '#lib/fascicoli/titolario.ts';

/** What a fascicolo is described from; the view of the store has it. */
export interface AggregationFacts {
  id: string;
  code: string;
  kind: FascicoloKind;
  titolario: string;
  title: string;
  class: number;
  /** Names of the class in that version. */
  voiceName: string | null;
  object: string;
  keywords: readonly string[];
  openedOn: string;
  closedOn: string | null;
  year: number;
  number: number;
  subOf: string | null;
  units: readonly { unit: string; name: string; from: string | null; to: string | null }[];
  documents: readonly { record: string; hash: string }[];
  disposition: 'keep' | 'destroy' | null;
  /** Years of keeping where they are known. */
  years: number | null;
  administration: { code: string; name: string };
}

/** Enumerated values of TipologiaFascicolo. */
const typologies: Record<FascicoloKind, string> = {
  affare: 'affare',
  attivita: 'attivita',
  personaFisica: 'persona fisica',
  personaGiuridica: 'persona giuridica',
  procedimento: 'procedimento amministrativo',
};

/**
 * Metadata of the aggregation by AgID's Linee guida, Allegato 5: a pure reading, in the names of its elements. What is not known is left out, and
 * the time of keeping is 9999 where it is for ever.
 */
export function toAggregation(one: AggregationFacts) {
  return {
    IdAgg: { TipoAggregazione: 'Fascicolo', IdAggregazione: one.id },
    TipologiaFascicolo: typologies[one.kind],
    Soggetti: [
      {
        TipoRuolo: 'Amministrazione titolare',
        Denominazione: one.administration.name,
        CodiceIPA: one.administration.code,
      },
      ...one.units
        .slice(0, 1)
        .map(({ name, unit }) => ({ TipoRuolo: 'Assegnatario', Denominazione: name, CodiceUnita: unit })),
    ],
    Assegnazione: one.units.map(({ name, unit, from, to }) => ({
      TipoAssegnazione: 'Per competenza',
      Denominazione: name,
      CodiceUnita: unit,
      ...(from === null ? {} : { DataInizioAssegnazione: from }),
      ...(to === null ? {} : { DataFineAssegnazione: to }),
    })),
    DataApertura: one.openedOn,
    Classificazione: {
      IndiceDiClassificazione: voiceCode(one),
      ...(one.voiceName === null ? {} : { Descrizione: one.voiceName }),
      PianoDiClassificazione: one.titolario,
    },
    Progressivo: `${one.number}/${one.year}`,
    Segnatura: one.code,
    ChiaveDescrittiva: { Oggetto: one.object, ParoleChiave: [...one.keywords] },
    ...(one.closedOn === null ? {} : { DataChiusura: one.closedOn }),
    IndiceDocumenti: one.documents.map(({ record, hash }) => ({
      TipoDocumento: 'Documento amministrativo informatico',
      IdDoc: { Identificativo: record, ImprontaCrittografica: hash, Algoritmo: 'SHA-256' },
    })),
    ...(one.subOf === null ? {} : { IdAggPrimario: { TipoAggregazione: 'Fascicolo', IdAggregazione: one.subOf } }),
    ...(one.disposition === 'keep'
      ? { TempoDiConservazione: 9999 }
      : one.years === null
        ? {}
        : { TempoDiConservazione: one.years }),
  };
}

/** The same as XML. */
export const toAggregationXml = (one: AggregationFacts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<AggregazioneDocumentaliInformatiche>\n${inXml(toAggregation(one), 1)}</AggregazioneDocumentaliInformatiche>\n`;
