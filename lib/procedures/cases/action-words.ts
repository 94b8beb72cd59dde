import type { Text } from '../types/text.ts';
import type { ActionKind } from './action.ts';

/** What the button of an action says; that of `advance` says where it leads. */
export const actionWords: Record<Exclude<ActionKind, 'advance'>, Text> = {
  take: { it: 'Prendi in carico', en: 'Take' },
  assign: { it: 'Assegna', en: 'Assign' },
  passOn: { it: 'Passa a un altro ufficio', en: 'Pass on to another office' },
  noteDelivery: { it: 'Annota che un atto è arrivato', en: 'Note that an act has arrived' },
  correctDelivery: { it: 'Correggi il giorno di una consegna', en: 'Correct the day of a delivery' },
  noteReceipt: { it: 'Annota la ricevuta del preavviso', en: 'Note the receipt of the notice' },
  noteAnswer: { it: 'Annota la risposta', en: 'Note the answer' },
  writeMessage: { it: 'Scrivi un messaggio', en: 'Write a message' },
  extend: { it: 'Proroga il termine', en: 'Extend the term' },
  addDocument: { it: 'Aggiungi un documento', en: 'Add a document' },
  addReference: { it: 'Aggiungi un riferimento', en: 'Add a reference' },
  writeNote: { it: 'Scrivi una nota', en: 'Write a note' },
  askSubstitute: { it: 'Chiedi l’intervento sostitutivo', en: 'Ask for the substitute' },
  startSubstitute: { it: 'Avvia l’intervento sostitutivo', en: 'Start the substitute’s power' },
  askAttestation: { it: 'Chiedi l’attestazione del silenzio assenso', en: 'Ask for the attestation of consent' },
  issueAttestation: { it: 'Rilascia l’attestazione', en: 'Issue the attestation' },
  letTimeAct: { it: 'Prendi atto del tempo passato', en: 'Take note of the time that has passed' },
  close: { it: 'Chiudi il fascicolo', en: 'Close the file' },
  reopen: { it: 'Riapri', en: 'Reopen' },
};
