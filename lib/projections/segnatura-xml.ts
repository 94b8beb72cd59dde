import type { Correspondent } from '#lib/procedures/protocollo/correspondent.ts';
import type { Segnatura } from '#lib/procedures/protocollo/segnatura.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

/** What goes with a registered document to another administration. */
export interface SegnaturaMessage extends Segnatura {
  /** IPA code of the administration. */
  code: string;
  object: string;
  sender: readonly Correspondent[];
  recipients: readonly Correspondent[];
  /** Names and SHA-256 in hexadecimal: the document, then what goes with it. */
  document: SegnaturaFile;
  attachments: readonly SegnaturaFile[];
}
export interface SegnaturaFile {
  name: string;
  hash: string;
}

/**
 * segnatura.xml in the arrangement of AgID's Allegato 6 to the guidelines on documents, version 3.0.0. The seal that art. 2 of that annex asks
 * for is put on by who signs for the administration: it is not in here.
 */
export function segnaturaXml(message: SegnaturaMessage): string {
  const { registration, classification } = message;
  const identifier =
    tag('CodiceAmministrazione', message.code) +
    tag('CodiceAOO', message.aoo) +
    tag('CodiceRegistro', registration.register) +
    tag('NumeroRegistrazione', String(registration.number).padStart(7, '0')) +
    tag('DataRegistrazione', registration.on);
  const heading =
    wrap('Identificatore', identifier) +
    tag('Oggetto', message.object) +
    (classification ? wrap('Classifica', tag('Denominazione', classification)) : '');
  const correspondents = (name: string, all: readonly Correspondent[]) =>
    all.map((one) =>
      wrap(name, wrap('Soggetto', tag('Denominazione', one.name) + tag('IndirizzoTelematico', one.address ?? ''))),
    );
  const description = [
    ...correspondents('Mittente', message.sender),
    ...correspondents('Destinatario', message.recipients),
    file('DocumentoPrimario', message.document),
    ...message.attachments.map((one) => file('Allegato', one)),
  ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<SegnaturaInformatica xmlns="http://www.agid.gov.it/protocollo/" versione="3.0.0">${wrap('Intestazione', heading)}${wrap('Descrizione', description)}</SegnaturaInformatica>
`;
}

const wrap = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;
const tag = (name: string, value: string): string => (value === '' ? '' : wrap(name, toMarkup(value)));
const file = (name: string, { name: fileName, hash }: SegnaturaFile): string =>
  `<${name} nomeFile="${toMarkup(fileName)}"><Impronta algoritmo="SHA-256">${base64Of(hash)}</Impronta></${name}>`;

function base64Of(hash: string): string {
  const bytes = (hash.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return btoa(bytes.join(''));
}
