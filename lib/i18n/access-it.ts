/** Asking the archive for its units: admitted once a year, then as often as one likes. */
export const accessIt = {
  'access.title': 'I due passi per accedere all’archivio',
  'access.first':
    'La domanda di accesso ai servizi archivistici: è personale, per un solo argomento, e vale fino al 31 dicembre.',
  'access.notYet': 'Per il {year} non l’hai ancora presentata: la alleghi a questa richiesta, una volta sola.',
  'access.given':
    'Per il {year} l’hai già presentata, per l’argomento «{topic}»: se l’argomento è lo stesso non serve rifarla.',
  'access.number': 'Protocollo n. {number}/{year}',
  'access.second':
    'La richiesta delle unità, per consultarle in sala o averne una riproduzione: la fai qui, quante volte vuoi. Le riproduzioni per studio, uso personale o fini senza lucro sono gratuite (D.Lgs. 42/2004, art. 108, c. 3-bis).',
  'access.serves':
    'La domanda di accesso l’hai già presentata quest’anno (protocollo n. {number}/{year}) per lo stesso argomento: la uniamo noi a questa richiesta (L. 241/1990, art. 18, c. 2).',
  'record.consult': 'Consultarla in sala',
  'record.reproduce': 'Averne una riproduzione',
  'contact.elsewhere':
    'Quest’unità non è conservata dal Comune: per consultarla o averne una riproduzione rivolgiti a chi la conserva.',
} as const;
