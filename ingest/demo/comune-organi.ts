import { box, register, sheet, volume } from '#ingest/demo/forms.ts';
import { file, item, type Unit } from '#ingest/demo/model.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects });

/** Resolutions of the council. */
export const COUNCIL: readonly Unit[] = [
  file(
    'Consiglio, reg. 1',
    '1885 gen. 9 - 1889',
    'Verbali del Consiglio comunale, sindacati di fine secolo',
    'Sedute pubbliche e segrete. Il tema che torna più spesso è il risanamento idraulico dopo la piena del 1882.',
    register(480, S('Consiglio comunale', 'Alluvioni')),
  ),
  file(
    'Consiglio, reg. 2',
    '1890-1894',
    'Verbali del Consiglio comunale: tramvie e acquedotto',
    'Convenzioni per il tram a cavalli e per l’acqua di Dueville.',
    register(466, { ...S('Tramvie', 'Acquedotto'), places: ['Dueville'] }),
  ),
  file(
    'Consiglio, reg. 4',
    '1900-1904',
    'Verbali del Consiglio comunale: case operaie e scuole',
    'Discussioni lunghe, con interruzioni registrate dallo stenografo.',
    register(512, S('Case popolari', 'Scuole')),
  ),
  file(
    'Consiglio, reg. 6',
    '1910-1914 lug.',
    'Verbali del Consiglio comunale prima della guerra',
    'Municipalizzazioni, festa dell’aviazione, ordine del giorno sulla Libia.',
    register(498, S('Municipalizzazioni')),
  ),
  file(
    'Consiglio, reg. 7',
    '1914 ago. - 1919',
    'Verbali del Consiglio in tempo di guerra',
    'Profughi, bombardamenti aerei, pane di guerra; sedute brevi e spesso deserte.',
    register(301, S('Prima guerra mondiale', 'Profughi')),
    [
      item(
        'Consiglio, reg. 7, all. 12',
        '1917 nov. 14',
        'Relazione sull’accoglienza dei profughi',
        'Cifre di alloggi e cucine, con la nota dei paesi di origine.',
        sheet(6, { copy: 'Originale', ...S('Profughi', 'Prima guerra mondiale') }),
      ),
      item(
        'Consiglio, reg. 7, all. 20',
        '1918 nov. 7',
        'Manifesto per la firma dell’armistizio di Villa Giusti',
        'Bozza con correzioni di mano del sindaco.',
        sheet(1, { copy: 'Minuta', places: ['Villa Giusti'], ...S('Prima guerra mondiale') }),
      ),
    ],
  ),
  file(
    'Consiglio, reg. 8',
    '1920-1926 mar.',
    'Verbali del Consiglio fino allo scioglimento',
    'Ultimo registro prima del podestà. Le opposizioni si leggono nelle dichiarazioni di voto.',
    register(290, S('Fascismo')),
  ),
  file(
    'Consiglio, reg. 9',
    '1946 apr. 14 - 1951',
    'Verbali del Consiglio eletto',
    'Prima seduta dopo vent’anni, con l’appello nominale e il minuto di silenzio.',
    register(404, S('Ricostruzione')),
  ),
  file(
    'Consiglio, reg. 12',
    '1960-1964',
    'Verbali del Consiglio: piano regolatore e zona industriale',
    'Interventi dattiloscritti, planimetrie di emendamento.',
    register(530, S('Piano regolatore', 'Zona industriale')),
  ),
  file(
    'Consiglio, reg. 15',
    '1975-1977',
    'Verbali del Consiglio: i quartieri',
    'Istituzione dei consigli di quartiere.',
    register(488, S('Decentramento')),
  ),
];

/** Resolutions of the board, and of the podestà from 1926 to 1945. */
export const BOARD: readonly Unit[] = [
  file(
    'Giunta, reg. 1',
    '1885-1892',
    'Deliberazioni della Giunta, primo registro',
    'Scritture brevissime, «la Giunta visto delibera».',
    register(388, S('Giunta municipale')),
  ),
  file(
    'Giunta, reg. 5',
    '1907-1911',
    'Deliberazioni della Giunta: personale e scuole',
    'Nomine di maestre, sussidi, regolamento dei vigili.',
    register(420, S('Personale', 'Scuole')),
  ),
  file(
    'Podestà, reg. 1',
    '1926 apr. 20 - 1930',
    'Deliberazioni del Podestà',
    'Il plurale della Giunta diventa prima persona: «il Podestà delibera».',
    register(360, S('Fascismo', 'Podestà')),
  ),
  file(
    'Podestà, reg. 4',
    '1938-1940',
    'Deliberazioni del Podestà: leggi razziali e rifugi',
    'Collocamento a riposo di insegnanti ebrei; contratti per rifugi antiaerei.',
    register(344, {
      ...S('Leggi razziali', 'Rifugi antiaerei'),
      note: 'Unità dimostrativa di argomento sensibile: nomi omessi.',
    }),
  ),
  file(
    'Commissario, reg. 6',
    '1943 set. 10 - 1945 apr.',
    'Deliberazioni del Commissario prefettizio',
    'Bombardamenti, sfollamento, requisizioni; carta leggera, scrittura a macchina violacea.',
    register(212, { ...S('Seconda guerra mondiale', 'Bombardamenti'), languages: ['ita', 'deu'], state: 'Mediocre' }),
  ),
  file(
    'Giunta, reg. 21',
    '1945 mag. 3 - 1947',
    'Deliberazioni della Giunta popolare',
    'Ricostruzione, alloggi, epurazione.',
    register(265, S('Ricostruzione')),
  ),
  file(
    'Giunta, reg. 33',
    '1968-1970',
    'Deliberazioni della Giunta: asili e mense',
    'Fogli mobili rilegati per quadrimestre.',
    register(600, S('Asili nido', 'Mense scolastiche')),
  ),
];

/** Registers of correspondence and their indexes. */
export const PROTOCOL: readonly Unit[] = [
  file(
    'Protocollo, vol. 1',
    '1885',
    'Protocollo generale, numeri 1-9.412',
    'Ogni riga dà numero, mittente, oggetto, ufficio: il filo che lega le carte.',
    volume(390, S('Protocollo')),
  ),
  file(
    'Protocollo, vol. 14',
    '1898 gen. 1 - 1898 giu. 30',
    'Protocollo con le nuove categorie',
    'Per la prima volta la colonna della classificazione segue le quindici categorie della circolare del 1897.',
    volume(377, S('Protocollo', 'Classificazione')),
  ),
  file(
    'Protocollo, vol. 41',
    '1915 mag. - 1915 dic.',
    'Protocollo della mobilitazione',
    'Numeri doppi e oggetti in una sola parola: «leva», «quadrupedi», «sussidi».',
    volume(402, S('Prima guerra mondiale')),
  ),
  file(
    'Protocollo, vol. 88',
    '1944',
    'Protocollo dell’anno dei bombardamenti',
    'Fra marzo e aprile le righe s’interrompono per giorni.',
    volume(199, { ...S('Seconda guerra mondiale'), state: 'Mediocre' }),
  ),
  file(
    'Protocollo, vol. 120',
    '1966 nov. 1 - 1966 dic. 31',
    'Protocollo dell’alluvione',
    'Telegrammi, offerte di ospitalità, coperte.',
    volume(288, S('Alluvioni')),
  ),
  file('Rubrica 1', '1885-1890', 'Rubrica alfabetica del protocollo', 'Rinvio per cognome e per ente.', {
    ...volume(240, S('Protocollo')),
    type: 'Rubrica',
  }),
  file('Rubrica 9', '1945', 'Rubrica per oggetto', 'Voci nuove: «macerie», «reduci», «bombe inesplose».', {
    ...volume(160, S('Ricostruzione')),
    type: 'Rubrica',
  }),
];

/** Contracts, orders and decisions. */
export const CONTRACTS: readonly Unit[] = [
  file(
    'Contratti, vol. 3',
    '1888-1889',
    'Contratti d’appalto: ponti di ferro',
    'Capitolati e verbali d’asta, con campione di vernice.',
    volume(310, S('Appalti', 'Ponti')),
  ),
  file(
    'Contratti, vol. 27',
    '1906',
    'Contratto per la luce elettrica nelle vie',
    'Settantadue lampade ad arco, penali per ogni notte al buio.',
    volume(120, S('Illuminazione pubblica', 'Appalti')),
  ),
  file(
    'Contratti, vol. 60',
    '1934-1935',
    'Contratti di esproprio nel quartiere centrale',
    'Demolizioni di case nel quartiere di Santa Lucia, con stime e fotografie applicate.',
    volume(288, { ...S('Espropriazioni', 'Urbanistica'), places: ['Quartiere Santa Lucia'] }),
  ),
  file(
    'Repertorio 1',
    '1885-1911',
    'Repertorio dei contratti',
    'Con bollo dell’intendenza a ogni quadrimestre.',
    register(200, S('Contratti')),
  ),
  file(
    'Ordinanze, b. 2',
    '1911 ago. - 1911 nov.',
    'Ordinanze in tempo di colera',
    'Avvisi murali su acqua bollita e mercati.',
    box(6, S('Colera', 'Sanità pubblica')),
  ),
  file(
    'Ordinanze, b. 19',
    '1973 dic. - 1974 giu.',
    'Ordinanze per le domeniche senza automobili',
    'Elenchi di deroghe: medici, spose, latterie.',
    box(4, S('Viabilità', 'Crisi energetica')),
  ),
  file(
    'Determinazioni, b. 1',
    '1998',
    'Determinazioni dirigenziali, primo anno',
    'Primo anno della serie, ancora con due copie carta.',
    box(30, S('Dirigenza')),
  ),
];
