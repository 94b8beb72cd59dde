/** Words of the delivery to preservation, in Italian. */
export const preservationIt = {
  'preservation.title': 'Conservazione',
  'preservation.lead':
    'Registri giornalieri del protocollo e fascicoli chiusi si versano al sistema di conservazione (CAD, art. 44); il rapporto di versamento resta qui.',
  'preservation.none':
    'Nessun sistema di conservazione è configurato: i pacchetti attendono. Chi gestisce il sito imposta PRESERVATION_DIR o PRESERVATION_URL.',
  'preservation.states': 'Stato dei versamenti',
  'preservation.state.refused': 'Rifiutati',
  'preservation.state.waiting': 'In attesa',
  'preservation.state.sent': 'Inviati',
  'preservation.state.accepted': 'Accettati',
  'preservation.refusals': {
    one: '{count} versamento rifiutato da rifare',
    other: '{count} versamenti rifiutati da rifare',
  },
  'preservation.empty': 'Nessun versamento in questo stato.',
  'preservation.dailyRegister': 'Registro giornaliero del {source}',
  'preservation.fascicolo': 'Fascicolo {source}',
  'preservation.submission': 'Versamento n. {number}: {package}',
  'preservation.sentOn': 'inviato il {day}',
  'preservation.endedOn': 'esito del {day}',
  'preservation.attempts': { one: '{count} tentativo', other: '{count} tentativi' },
  'preservation.said': 'Che cosa è stato risposto: {said}',
  'preservation.report': 'Scarica il rapporto di versamento',
  'preservation.again': 'Invia di nuovo',
  'preservation.followed': 'Inviato di nuovo',
};
