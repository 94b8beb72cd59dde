import { inXml, type Elements } from '#lib/records/element-xml.ts';

/**
 * Metadata of a documento amministrativo informatico by AgID's Linee guida, Allegato 5, in the names and the order of its XML schema as preservation
 * systems publish them. The schema itself was NOT at hand: names, order and the base64 of Impronta follow classes that others made from it; the
 * choice ProtocolloOrdinario_ProtocolloEmergenza inside TipoRegistro and the letters of TipologiaDiFlusso are from memory. Compare before a contract.
 *
 * What we do not hold is left out, never guessed: SigillatoElettronicamente and MarcaturaTemporale (nothing verifies them), ProdottoSoftware,
 * tax codes. Names are held whole: a person's stands in Cognome, and of who is not known to be a person in DenominazioneOrganizzazione.
 */
export interface DocumentMetadataFacts {
  record: string;
  /** Hexadecimal SHA-256. */
  sha256: string;
  title: string;
  fileName: string | null;
  format: string;
  flow: 'in' | 'out' | 'internal' | null;
  kind: 'request' | 'attachment' | 'act' | 'other' | null;
  signed: boolean;
  /** Under one of the limits of consultation. */
  restricted: boolean;
  version: number;
  /** Of the registration that it bears, or of the document with which it came. */
  registration: {
    register: string;
    number: number;
    year: number;
    /** Day and time in Italy. */
    on: string;
    time: string;
    object: string;
    emergency: boolean;
    sender: readonly Subject[];
    recipients: readonly Subject[];
    operator: string;
    /** Those of the document that bears the number. */
    attachments: readonly { record: string; sha256: string; title: string }[];
    /** Of the document that bears the number. */
    main: { record: string; sha256: string };
  } | null;
  segnatura: string | null;
  classification: { code: string; name: string | null; titolario: string } | null;
  fascicolo: { id: string; code: string } | null;
  /** The last one first: when and by whom a former version was replaced, and why. */
  changes: readonly { on: string; time: string; by: string; former: string; reason: string | null }[];
  /** Years; 9999 for ever, null where it is not known yet. */
  keptYears: number | null;
  administration: { code: string; name: string };
}

export interface Subject {
  name: string;
  address?: string | undefined;
  person: boolean | null;
}

const formation = {
  created:
    'creazione tramite l’utilizzo di strumenti software che assicurino la produzione di documenti nei formati previsti nell’Allegato 2 delle Linee Guida',
  acquired:
    'acquisizione di un documento informatico per via telematica o su supporto informatico, acquisizione della copia per immagine su supporto informatico di un documento analogico, acquisizione della copia informatica di un documento analogico',
  stored:
    'memorizzazione su supporto informatico in formato digitale delle informazioni risultanti da transazioni o processi informatici o dalla presentazione telematica di dati attraverso moduli o formulari resi disponibili all’utente',
} as const;

const typologies: Record<NonNullable<DocumentMetadataFacts['kind']>, string> = {
  request: 'Istanza',
  attachment: 'Allegato',
  act: 'Atto',
  other: 'Documento',
};

const flows = { in: 'E', out: 'U', internal: 'I' } as const;

/** All that is known of a document, in the elements of Allegato 5. */
export function toDocumentMetadata(one: DocumentMetadataFacts): Elements {
  const { registration, classification, fascicolo, changes, administration } = one;
  const isMain = registration?.main.record === one.record;
  const attachments = isMain ? registration.attachments : [];
  return {
    IdDoc: idDoc(one.record, one.sha256, one.segnatura),
    ModalitaDiFormazione: formationOf(one),
    TipologiaDocumentale: typologies[one.kind ?? 'other'],
    DatiDiRegistrazione: {
      TipologiaDiFlusso: flows[one.flow ?? 'internal'],
      TipoRegistro: registration
        ? {
            ProtocolloOrdinario_ProtocolloEmergenza: {
              TipoRegistro: registration.emergency ? 'Protocollo Emergenza' : 'Protocollo Ordinario',
              DataProtocollazioneDocumento: registration.on,
              OraProtocollazioneDocumento: registration.time,
              NumeroProtocolloDocumento: String(registration.number).padStart(7, '0'),
              CodiceRegistro: registration.register,
            },
          }
        : { Nessuno: { TipoRegistro: 'Nessuno' } },
    },
    Soggetti: { Ruolo: subjectsOf(one) },
    ChiaveDescrittiva: { Oggetto: (isMain ? registration.object : null) ?? one.title },
    Allegati: {
      NumeroAllegati: String(attachments.length),
      ...(attachments.length === 0
        ? {}
        : {
            IndiceAllegati: attachments.map(({ record, sha256, title }) => ({
              IdDoc: idDoc(record, sha256, null),
              Descrizione: title,
            })),
          }),
    },
    ...(classification === null
      ? {}
      : {
          Classificazione: {
            IndiceDiClassificazione: classification.code,
            ...(classification.name === null ? {} : { Descrizione: classification.name }),
            PianoDiClassificazione: classification.titolario,
          },
        }),
    Riservato: String(one.restricted),
    IdentificativoDelFormato: { Formato: one.format },
    Verifica: { FirmatoDigitalmente: String(one.signed) },
    ...(fascicolo === null
      ? {}
      : { Agg: { TipoAgg: [{ TipoAggregazione: 'Fascicolo', IdAggregazione: fascicolo.id }] } }),
    ...(registration && !isMain
      ? { IdIdentificativoDocumentoPrimario: idDoc(registration.main.record, registration.main.sha256, one.segnatura) }
      : {}),
    NomeDelDocumento: one.fileName ?? one.title,
    VersioneDelDocumento: String(one.version),
    ...(changes.length === 0
      ? {}
      : {
          TracciatureModificheDocumento: changes.map(({ on, time, by, former }) => ({
            TipoModifica: 'Rettifica',
            SoggettoAutoreDellaModifica: { Cognome: by, IPAAmm: ipa(administration) },
            DataModifica: on,
            OraModifica: time,
            IdDocVersionePrecedente: idDoc(one.record, former, null),
          })),
        }),
    ...(one.keptYears === null ? {} : { TempoDiConservazione: String(one.keptYears) }),
    ...notesOf(one),
  };
}

/** The same as XML. */
export const toDocumentMetadataXml = (one: DocumentMetadataFacts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<DocumentoAmministrativoInformatico>\n${inXml(toDocumentMetadata(one), 1)}</DocumentoAmministrativoInformatico>\n`;

const idDoc = (record: string, sha256: string, segnatura: string | null): Elements => ({
  ImprontaCrittograficaDelDocumento: { Impronta: base64(sha256), Algoritmo: 'SHA-256' },
  Identificativo: record,
  ...(segnatura === null ? {} : { Segnatura: segnatura }),
});

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

const ipa = ({ code, name }: { code: string; name: string }): Elements => ({ Denominazione: name, CodiceIPA: code });

/** A form that was filled in is kept as data; what comes in otherwise was acquired; the rest we made. */
function formationOf({ flow, format }: DocumentMetadataFacts): string {
  if (format === 'json') return formation.stored;
  return flow === 'in' ? formation.acquired : formation.created;
}

function subjectsOf({ registration, administration }: DocumentMetadataFacts): Elements[] {
  const office = { PAI: { IPAAmm: ipa(administration) } };
  if (!registration) return [{ Produttore: { TipoRuolo: 'Produttore', ...office } }];
  const { sender, recipients, operator } = registration;
  return [
    {
      AmministrazioneCheEffettuaLaRegistrazione: {
        TipoRuolo: 'Amministrazione Che Effettua La Registrazione',
        ...office,
      },
    },
    ...sender.map((one) => ({ Mittente: { TipoRuolo: 'Mittente', ...subject(one) } })),
    ...recipients.map((one) => ({ Destinatario: { TipoRuolo: 'Destinatario', ...subject(one) } })),
    { Operatore: { TipoRuolo: 'Operatore', PF: { Cognome: operator } } },
  ];
}

function subject({ name, address, person }: Subject): Elements {
  const reached: Elements = address ? { IndirizziDigitaliDiRiferimento: [address] } : {};
  return person ? { PF: { Cognome: name, ...reached } } : { PG: { DenominazioneOrganizzazione: name, ...reached } };
}

/** Why versions were replaced: no element of Allegato 5 has a place for it but Note. */
function notesOf({ changes }: DocumentMetadataFacts): Elements {
  const said = changes.flatMap(({ on, reason }) => (reason === null ? [] : [`${on}: ${reason}`]));
  return said.length === 0 ? {} : { Note: said.join('; ') };
}
