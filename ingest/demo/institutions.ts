import type { Access } from '#ingest/demo/model.ts';

/** A custodian: facts for its EAG guide, and the conditions that all its holdings inherit. */
export interface Custodian {
  /** ISIL-like codes made up for the demonstration; the agencies' real codes may differ. */
  code: string;
  /** recordId of the custodian among the agents. */
  agent: string;
  name: string;
  parallelName: string;
  since: string;
  street: string;
  municipality: string;
  web: string;
  type: 'National archives' | 'Municipal archives';
  history: string;
  building: string;
  holdings: string;
  extentMetres?: number;
  access: Access;
  request: string;
  reproduction: { kind: 'Riproduzione libera' | 'Riproduzione a fini di studio e ricerca'; note: string };
  citation: string;
  library: string;
}

export const ASPD = 'IT-PD0089';
export const AGC = 'IT-PD0546';

export const CUSTODIANS: Readonly<Record<string, Custodian>> = {
  [ASPD]: {
    code: ASPD,
    agent: 'DEMO-AG-000020',
    name: 'Archivio di Stato di Padova',
    parallelName: 'State Archives of Padua',
    since: '1948 -',
    street: 'via dei Colli 24',
    municipality: 'Padova',
    web: 'https://aspd.cultura.gov.it/',
    type: 'National archives',
    history:
      'Istituito come Sezione di Archivio di Stato con decreto ministeriale 19 gennaio 1948, cominciò a funzionare il 1° agosto dello stesso anno nella sede di piazza del Santo, raccogliendo dall’antico Archivio civico e dal Museo quasi sette chilometri di carte. Nel 1980 si trasferì nella sede di via dei Colli; i metri lineari sono oggi quasi venticinquemila.',
    building: 'Dal 1980 l’istituto ha sede in un edificio costruito per uso d’archivio in via dei Colli.',
    holdings:
      'Al 1986 la Guida generale contava circa 84.500 buste, volumi, registri e fascicoli, 9.253 fogli di mappe e disegni, 45.142 pergamene e una biblioteca di 2.581 volumi. L’incendio del 1420 distrusse quasi per intero la cancelleria civica: i complessi conservati cominciano in sostanza con la dominazione veneziana (1405).',
    extentMetres: 25_000,
    access: {
      kind: 'Liberamente accessibile',
      note: 'Consultazione libera e gratuita in sala di studio, con documento d’identità e domanda di ammissione valida per l’anno solare.',
    },
    request:
      'Si compila la domanda di ammissione con un documento d’identità; il permesso vale per l’anno solare. Le unità si chiedono con titolo del fondo, serie e numero del pezzo, sei al giorno. Si usano matite e fogli sciolti; i mezzi di corredo si consultano in sala. Alle ricerche per corrispondenza, se formulate con precisione, si risponde entro novanta giorni.',
    reproduction: {
      kind: 'Riproduzione libera',
      note: 'La riproduzione con mezzi propri per studio o per fini non lucrativi è libera e gratuita.\nPer pubblicare riproduzioni si dà comunicazione all’istituto e si cita: Archivio di Stato di Padova, fondo, serie, segnatura. Ogni altro uso va autorizzato.',
    },
    citation: 'Archivio di Stato di Padova (ASPd), fondo, serie, segnatura del pezzo, carte.',
    library: 'Biblioteca specializzata dell’istituto, aperta in sala di studio.',
  },
  [AGC]: {
    code: AGC,
    agent: 'DEMO-AG-000021',
    name: 'Archivio generale del Comune di Padova',
    parallelName: 'General Archive of the Municipality of Padua',
    since: '1885 -',
    street: 'Palazzo Moroni, via del Municipio 1',
    municipality: 'Padova',
    web: 'https://www.comune.padova.it/',
    type: 'Municipal archives',
    history:
      'Conserva gli atti prodotti e ricevuti dal Comune da circa il 1885; le carte anteriori, salvo eccezioni, sono all’Archivio di Stato di Padova. Già nel primo Ottocento il Comune aveva adottato la registratura asburgica, che legava in una sola catena protocollo, archivio corrente e archivio storico; nel 1845 il riordino dell’antico archivio civico fu affidato ad Andrea Gloria.',
    building: 'L’indirizzo indicato è quello della sede municipale; sala e depositi si raggiungono su appuntamento.',
    holdings:
      'Buste (faldoni), registri, disegni e mappe. Le fonti non concordano sull’estensione: una pagina del Comune parla di circa 15.000 metri lineari, una più antica di 10.000. Le pratiche edilizie si chiedono al settore Edilizia privata e non all’Archivio generale.',
    access: {
      kind: 'Parzialmente accessibile',
      note: 'Consultazione libera e gratuita per lettura, studio e ricerca, con i limiti di legge per i dati personali: quarant’anni per i dati sensibili e giudiziari, settanta per salute, vita sessuale e rapporti riservati di famiglia.',
    },
    request:
      'Primo passo: domanda di accesso ai servizi archivistici con documento d’identità, argomento e periodo della ricerca; è personale, per un solo argomento, e si rinnova ogni anno solare. Secondo passo: domanda di consultazione con fondo o serie e numero dell’unità, ricavati da elenchi e inventari. L’accesso amministrativo (legge 241/1990) e il prestito per mostre seguono procedure a parte.',
    reproduction: {
      kind: 'Riproduzione a fini di studio e ricerca',
      note: 'Riproduzione gratuita per uso personale, studio o promozione senza scopo di lucro, se natura e stato del pezzo lo consentono.\nLa pubblicazione di immagini a stampa o in rete è un servizio distinto, da chiedere all’Archivio generale. Citazione: Comune di Padova, Archivio generale, serie, segnatura.',
    },
    citation: 'Comune di Padova, Archivio generale (AGCPd), serie, segnatura del pezzo.',
    library: 'Circa 2.000 monografie e 30 periodici, nel catalogo dell’Università; senza prestito.',
  },
};
