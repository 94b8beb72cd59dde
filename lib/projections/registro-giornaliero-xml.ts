import { correspondentWords, type Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

/** A registration as the daily register says it: as it was registered, corrections apart. */
export interface DailyRegistration {
  number: number;
  at: string;
  flow: string;
  sender: readonly Correspondent[];
  recipients: readonly Correspondent[];
  object: string;
  hash: string;
  hash_algorithm: string;
  attachments: readonly { title: string; hash: string }[];
  sender_on: string | null;
  sender_number: string | null;
  channel: string;
  operator: string;
  classification: string | null;
  unit: string | null;
  emergency_number: number | null;
  emergency_at: string | null;
}

export interface DailyChange {
  number: number;
  year: number;
  at: string;
  by: string;
  kind: string;
  before: unknown;
  after: unknown;
  authorisation: string | null;
  reason: string | null;
}

export interface DailyRegisterFacts {
  code: string;
  aoo: string;
  register: string;
  day: string;
  /** Its place in the chain, and the seal of the one before; null for the first. */
  n: number;
  previousSeal: string | null;
  registrations: readonly DailyRegistration[];
  changes: readonly DailyChange[];
}

/** registro giornaliero di protocollo: the day's registrations, annulments and changes, in the order of numbers and instants. */
export function registroGiornalieroXml(facts: DailyRegisterFacts): string {
  const { registrations, changes } = facts;
  const lines = [
    tag('CodiceAmministrazione', facts.code),
    tag('CodiceAOO', facts.aoo),
    tag('CodiceRegistro', facts.register),
    tag('Data', facts.day),
    tag('Progressivo', facts.n),
    tag('SigilloPrecedente', facts.previousSeal),
    tag('PrimoNumero', registrations[0]?.number),
    tag('UltimoNumero', registrations.at(-1)?.number),
    ...registrations.map(registrationXml),
    ...changes.map(changeXml),
  ].filter((line) => line !== '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<RegistroGiornaliero>\n${lines.join('\n')}\n</RegistroGiornaliero>\n`;
}

const registrationXml = (one: DailyRegistration): string =>
  `<Registrazione>${[
    tag('Numero', String(one.number).padStart(7, '0')),
    tag('Istante', one.at),
    tag('Flusso', one.flow),
    tag('Mittente', correspondentWords(one.sender)),
    tag('Destinatari', correspondentWords(one.recipients)),
    tag('Oggetto', one.object),
    `<Impronta algoritmo="${toMarkup(one.hash_algorithm)}">${toMarkup(one.hash)}</Impronta>`,
    ...one.attachments.map(
      ({ title, hash }) =>
        `<Allegato>${tag('Titolo', title)}<Impronta algoritmo="SHA-256">${toMarkup(hash)}</Impronta></Allegato>`,
    ),
    tag('DataMittente', one.sender_on),
    tag('NumeroMittente', one.sender_number),
    tag('Canale', one.channel),
    tag('Operatore', one.operator),
    tag('Classificazione', one.classification),
    tag('Assegnazione', one.unit),
    tag('NumeroEmergenza', one.emergency_number),
    tag('IstanteEmergenza', one.emergency_at),
  ].join('')}</Registrazione>`;

const changeXml = (one: DailyChange): string =>
  `<${one.kind.toLowerCase().includes('annulled') ? 'Annullamento' : 'Modifica'} tipo="${one.kind}">${[
    tag('Numero', `${String(one.number).padStart(7, '0')}/${one.year}`),
    tag('Istante', one.at),
    tag('Operatore', one.by),
    tag('Prima', said(one.before)),
    tag('Dopo', said(one.after)),
    tag('Autorizzazione', one.authorisation),
    tag('Motivo', one.reason),
  ].join('')}</${one.kind.toLowerCase().includes('annulled') ? 'Annullamento' : 'Modifica'}>`;

const said = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

const tag = (name: string, value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : `<${name}>${toMarkup(String(value))}</${name}>`;
