import { box, register } from '#ingest/demo/forms.ts';
import { file, type Access, type Unit } from '#ingest/demo/model.ts';

const S = (...subjects: string[]): { subjects: string[] } => ({ subjects });
const health = (year: number): { access: Access } => ({
  access: {
    kind: 'Non accessibile',
    note: `Contiene dati sulla salute o su rapporti riservati di tipo familiare: descritto ma non consultabile fino al ${year} (settanta anni, D.Lgs. 42/2004 art. 122).`,
  },
});

/** Population registers, civil status, conscription, censuses and electoral lists. */
export const POPULATION: readonly Unit[] = [
  file(
    'Popolazione, reg. 1',
    '1885-1901',
    'Registro di popolazione, città entro le mura',
    'Fogli di famiglia per via e numero civico, con cancellature per emigrazione.',
    register(500, { ...S('Anagrafe'), size: [48, 34] }),
  ),
  file(
    'Popolazione, reg. 6',
    '1901-1911',
    'Registro di popolazione, frazioni',
    'Frazioni rurali; il mestiere più frequente è «villico».',
    register(410, S('Anagrafe')),
  ),
  file(
    'Popolazione, b. 30',
    '1931-1936',
    'Fogli di famiglia eliminati',
    'Famiglie trasferite, con il nuovo comune.',
    box(60, S('Anagrafe', 'Migrazioni')),
  ),
  file(
    'Censimento, b. 1',
    '1901 feb. 10',
    'Censimento del 1901: stati di sezione',
    'Stati di sezione e relazione sulle case sfitte.',
    box(22, S('Censimenti')),
  ),
  file(
    'Censimento, b. 9',
    '1951 nov. 4',
    'Censimento del 1951: riepiloghi',
    'Riepiloghi per zona, con le abitazioni in coabitazione.',
    box(17, S('Censimenti', 'Abitazioni')),
  ),
];
export const CIVIL_STATUS: readonly Unit[] = [
  file(
    'Nati, reg. 15',
    '1885',
    'Registro degli atti di nascita',
    'Atti in due parti; annotazioni marginali di matrimonio fino al 1930.',
    register(620, S('Stato civile', 'Nascite')),
  ),
  file(
    'Matrimoni, reg. 12',
    '1888',
    'Registro degli atti di matrimonio',
    'Con sottoscrizioni e croci degli sposi.',
    register(300, S('Stato civile', 'Matrimoni')),
  ),
  file(
    'Morti, reg. 31',
    '1918',
    'Registro degli atti di morte',
    'Numeri insolitamente alti fra settembre e dicembre.',
    register(700, S('Stato civile', 'Morti')),
  ),
  file(
    'Cittadinanze, reg. 2',
    '1900-1930',
    'Registro di cittadinanza',
    'Dichiarazioni di residenti stranieri.',
    register(80, S('Stato civile', 'Cittadinanza')),
  ),
  file(
    'Allegati, b. 77',
    '1962',
    'Allegati di nascita: riconoscimenti',
    'Atti su rapporti familiari riservati.',
    box(41, { ...S('Stato civile'), ...health(2033) }),
  ),
];
export const CONSCRIPTION: readonly Unit[] = [
  file(
    'Leva, reg. 4',
    '1889',
    'Lista di leva della classe 1871',
    'Statura, mestiere e segni; rinvii per studio.',
    register(130, S('Leva')),
  ),
  file(
    'Leva, reg. 28',
    '1917',
    'Lista di leva della classe 1899',
    'Lista dei «ragazzi del Novantanove».',
    register(190, S('Leva', 'Prima guerra mondiale')),
  ),
  file(
    'Ruoli, reg. 9',
    '1911-1920',
    'Ruoli matricolari comunali',
    'Decorazioni e congedi, riga per riga.',
    register(240, S('Leva')),
  ),
];
export const ELECTORAL: readonly Unit[] = [
  file(
    'Liste, vol. 2',
    '1890',
    'Liste elettorali amministrative',
    'Stampate, con l’imposta pagata.',
    register(88, S('Elezioni')),
  ),
  file(
    'Liste, vol. 19',
    '1913',
    'Liste elettorali politiche a suffragio maschile',
    'Elettori raddoppiati; una colonna dice «non sa leggere».',
    register(160, S('Elezioni', 'Suffragio')),
  ),
  file(
    'Liste, vol. 31',
    '1945-1946',
    'Liste elettorali femminili',
    'Le prime: copertina rosa, formato diverso.',
    register(210, S('Elezioni', 'Suffragio')),
  ),
  file(
    'Verbali, b. 5',
    '1946 giu. 2',
    'Verbali di sezione per la Costituente e il referendum',
    'Verbali, tabelle di scrutinio, buste di schede nulle.',
    box(70, S('Elezioni', 'Referendum')),
  ),
];
export const WELFARE: readonly Unit[] = [
  file(
    'Congregazione, reg. 1',
    '1885-1900',
    'Deliberazioni della Congregazione di carità',
    'Elemosine, baliatici, bagni marini.',
    register(200, S('Assistenza')),
  ),
  file(
    'Congregazione, b. 12',
    '1901-1937',
    'Ospizi marini e bambini scrofolosi',
    'Elenchi di partenti per il Lido e relazioni.',
    box(18, S('Assistenza', 'Infanzia')),
  ),
  file(
    'ECA, reg. 3',
    '1937-1950',
    'Deliberazioni dell’Ente comunale di assistenza',
    'Sussidi di guerra, mense, indumenti.',
    register(260, S('Assistenza')),
  ),
  file(
    'ECA, b. 44',
    '1955-1960',
    'Fascicoli personali di assistiti',
    'Relazioni di visita e certificati.',
    box(90, { ...S('Assistenza'), ...health(2031) }),
  ),
  file(
    'Patronato, b. 2',
    '1908-1926',
    'Patronato scolastico: refezione',
    'Minuta settimanale: minestra, pane, «formaggio il giovedì».',
    box(10, S('Scuole', 'Mense scolastiche')),
  ),
  file(
    'Patronato, b. 8',
    '1950-1962',
    'Patronato scolastico: colonie',
    'Programmi e fotografie di gruppo.',
    box(12, S('Scuole', 'Colonie')),
  ),
];
