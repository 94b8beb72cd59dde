/** Words of reading before the law's day, in Italian (D.Lgs. 42/2004 artt. 123 e 124). */
export const readingIt = {
  'reading.ask.reserved': 'Chiedi di leggerli per una ricerca storica',
  'reading.ask.deposit': 'chiedi di leggerli per una ricerca storica',
  'reading.later': 'Gli anni più recenti',
  'reading.laterText':
    'I fascicoli recenti dello stesso genere possono essere ancora in deposito, senza una scheda pubblica. Se servono ai tuoi studi,',
} as const;
