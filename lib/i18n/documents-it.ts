/** Words of documents: their control for viruses and their versions, in Italian. */
export const documentsIt = {
  'scanner.none':
    'Nessun antivirus è collegato: i documenti si prendono senza controllo. Chi amministra il sito imposta CLAMAV_SOCKET.',
  'scanner.away':
    'Il controllo antivirus non risponde: il messaggio non è stato protocollato e attende. Riprova tra qualche minuto.',
  'scanner.clean': 'nessun virus ({engine}, {day})',
  'scanner.infected': 'contiene un virus: {said} ({engine}, {day})',
  'scanner.notChecked': 'non controllato: troppo grande per l’antivirus',
  'scanner.never': 'non controllato dall’antivirus',
  'versions.title': 'Versioni',
  'versions.number': 'Versione {number}',
  'versions.current': 'corrente',
  'versions.link': 'versione {number} e precedenti',
  'versions.linkFirst': 'versioni',
  'versions.new': 'Metti una nuova versione',
  'versions.file': 'File',
  'versions.fileHelp': 'La versione corrente resta leggibile qui, con chi l’ha messa e quando.',
  'versions.reason': 'Perché una nuova versione',
  'versions.reasonHelp': 'Lo legge chi guarda le versioni: per esempio, scansione rifatta, corretto l’importo.',
  'versions.put': 'Metti la versione',
  'versions.done': 'La nuova versione è quella corrente.',
  'versions.refused': 'La versione non è stata presa',
  'versions.system': 'Un altro sistema',
  'versions.somebody': 'Chi ha presentato la pratica',
} as const satisfies Record<string, string | { one: string; other: string }>;
