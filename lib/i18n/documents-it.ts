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
} as const satisfies Record<string, string | { one: string; other: string }>;
