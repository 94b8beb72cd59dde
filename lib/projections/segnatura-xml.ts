import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import type { Segnatura } from '#lib/procedures/protocollo/segnatura.ts';
import { toMarkup } from '#lib/records/markup-text.ts';
import { mediaTypeOf } from '#lib/records/media-type.ts';

/** The administration whose register it is, as the index of public administrations (IPA) knows it. */
export interface SegnaturaAdministration {
  name: string;
  code: string;
  /** Tax code, eleven figures. */
  taxCode: string;
  aoo: string;
  /** The register's code: at most sixteen letters, figures, `_`, `.`, `-`. */
  register: string;
}

/** What goes with a registered document to another administration. */
export interface SegnaturaMessage extends Pick<Segnatura, 'registration' | 'flow' | 'classification'> {
  administration: SegnaturaAdministration;
  /** Name of the class, where the titolario has it. */
  className: string | null;
  object: string;
  sender: readonly Correspondent[];
  recipients: readonly Correspondent[];
  /** The document, then what goes with it. */
  document: SegnaturaFile;
  attachments: readonly SegnaturaFile[];
}
export interface SegnaturaFile {
  name: string;
  title: string;
  format: string;
  /** SHA-256 in hexadecimal. */
  hash: string;
}

/**
 * segnatura.xml of AgID's Allegato 6 to the guidelines on documents, version 3.0.0. Elements, their order and their attributes (which that schema
 * wants with the prefix) were compared on 2026-11-26 with `segnatura_protocollo.xsd` as AgID publishes it in AgID/protocollo-comunicazione-aoo,
 * commit 05bc60b1. Two things differ from it knowingly: the XAdES seal (ds:Signature, required there) is put on by who signs for the
 * administration; and since the register keeps of people and bodies the name alone, whoever is not this administration goes as PersonaFisica with
 * the whole name as Cognome, for PersonaGiuridica and PA want a tax code that is not known.
 */
export function segnaturaXml(message: SegnaturaMessage): string {
  const { administration, registration, flow } = message;
  const identifier =
    tag('CodiceAmministrazione', administration.code) +
    tag('CodiceAOO', administration.aoo) +
    tag('CodiceRegistro', administration.register) +
    tag('NumeroRegistrazione', String(registration.number).padStart(7, '0')) +
    tag('DataRegistrazione', registration.on);
  const heading = wrap('Identificatore', identifier) + tag('Oggetto', message.object) + classification(message);
  const self = publicBody(administration);
  // Exactly one sender; who is named besides stays in the register.
  const sender = flow === 'in' ? person(message.sender) : self;
  const recipients =
    flow === 'out' && message.recipients.length > 0 ? message.recipients.map((one) => person([one])) : [self];
  const description = [
    wrap('Mittente', sender),
    ...recipients.map((one) => wrap('Destinatario', one)),
    file('DocumentoPrimario', message.document),
    ...message.attachments.map((one) => file('Allegato', one)),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<prot:SegnaturaInformatica xmlns:prot="http://www.agid.gov.it/protocollo/" prot:versione="3.0.0" prot:lang="it">${wrap('Intestazione', heading)}${wrap('Descrizione', description)}</prot:SegnaturaInformatica>
`;
}

/** Required there; what nobody has classified yet says so. */
const classification = ({ classification: code, className }: SegnaturaMessage): string =>
  wrap(
    'Classifica',
    tag('Denominazione', className ?? (code === null ? 'Da classificare' : code)) + tag('CodiceFlat', code ?? '0'),
  );

const publicBody = ({ name, code, taxCode, aoo }: SegnaturaAdministration): string =>
  wrap('PA', tag('DenominazionePA', name) + tag('CFPA', taxCode) + tag('CodiceIPAPA', code) + tag('CodiceIPAAOO', aoo));

function person(all: readonly Correspondent[]): string {
  const [first] = all;
  const contacts = first?.address ? wrap('Contatti', tag('IndirizzoTelematico', first.address)) : '';
  return wrap('PersonaFisica', tag('Nome', '') + tag('Cognome', all.map(({ name }) => name).join('; ')) + contacts);
}

const wrap = (name: string, inside: string): string => `<prot:${name}>${inside}</prot:${name}>`;
const tag = (name: string, value: string): string => wrap(name, toMarkup(value));
const file = (name: string, { name: fileName, title, format, hash }: SegnaturaFile): string =>
  `<prot:${name} prot:nomeFile="${toMarkup(fileName)}" prot:mimeType="${mediaTypeOf(format)}">${tag('Descrizione', title)}<prot:Impronta prot:algoritmo="SHA-256">${base64Of(hash)}</prot:Impronta></prot:${name}>`;

function base64Of(hash: string): string {
  const bytes = (hash.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join(''));
}
