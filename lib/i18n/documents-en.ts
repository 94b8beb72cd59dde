/** Words of documents: their control for viruses and their versions, in English. */
export const documentsEn = {
  'scanner.none':
    'No virus scanner is connected: documents are taken without a check. The administrator sets CLAMAV_SOCKET.',
  'scanner.away':
    'The virus scanner does not answer: the message was not registered and waits. Try again in a few minutes.',
  'scanner.clean': 'no virus ({engine}, {day})',
  'scanner.infected': 'carries a virus: {said} ({engine}, {day})',
  'scanner.notChecked': 'not checked: too large for the virus scanner',
  'scanner.never': 'not checked for viruses',
} as const;
