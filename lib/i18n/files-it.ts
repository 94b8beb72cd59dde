/** Words about files that are sent. */
export const filesIt = {
  'file.missing': 'Scegli il documento da aggiungere',
  'file.unnamed': 'senza nome',
  'file.contradicted':
    '«{name}»: il nome finisce in .{extension}, ma il contenuto è {format}: controlla che sia quello giusto',
  'file.empty': '«{name}» è vuoto: sceglilo di nuovo',
  'file.tooLong': '«{name}» supera 500 MB: riducilo o dividilo',
  'file.noSpace':
    '«{name}» non si può conservare: sul server non c’è più spazio. Riprova più tardi; se si ripete, avvisa chi gestisce il sito.',
  'file.cut': '«{name}» non è arrivato intero: invialo di nuovo',
  'file.wrongFormat': '«{name}» non è di un formato ammesso ({formats}), anche se il nome lo dice',
  'files.limit': 'Fino a 500 MB ciascuno, 1 GB in tutto',
  'files.tooLong': '«{name}» supera 500 MB: riducilo o dividilo. Non è stato inviato niente.',
  'files.together': 'I documenti scelti superano insieme 1 GB: inviane meno per volta. Non è stato inviato niente.',
  'files.sent': 'Inviati {sent} di {total}',
  'files.lost': 'L’invio si è interrotto: il collegamento è caduto. Niente è andato perso: invia di nuovo.',
  'files.forged': 'Questo modulo non è quello che il sito ha mostrato: ricarica la pagina e ricomincia',
  'fascicolo.addedSome': 'Aggiunti al fascicolo: {names}. Gli altri no, per questa ragione:',
};
