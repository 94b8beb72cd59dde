import { BY_CATEGORY } from '#ingest/demo/comune-categorie.ts';
import { PLANS, WORKS } from '#ingest/demo/comune-citta.ts';
import { BOARD, CONTRACTS, COUNCIL, PROTOCOL } from '#ingest/demo/comune-organi.ts';
import { CIVIL_STATUS, CONSCRIPTION, ELECTORAL, POPULATION, WELFARE } from '#ingest/demo/comune-popolazione.ts';
import { AG, F } from '#ingest/demo/creators.ts';
import { AGC } from '#ingest/demo/institutions.ts';
import { group, type Fonds, type Unit } from '#ingest/demo/model.ts';
import { fondsId } from '#ingest/demo/ead3/identifiers.ts';

const TYPICAL =
  'Serie tipica: non risulta pubblicato un elenco delle serie dell’Archivio generale. Titolo e contenuto seguono quanto di solito conserva un archivio comunale veneto; consistenza non indicata.';

function typical(title: string, scope: string, children: readonly Unit[]): Unit {
  return group('series', title, { scope, note: TYPICAL }, children);
}

/** Archivio generale: facts from the municipality’s pages; the series are typical and say so. */
export const COMUNE: Fonds = {
  level: 'fonds',
  number: F.comune,
  slug: 'archivio-generale',
  custodian: AGC,
  title: 'Comune di Padova, Archivio generale',
  dates: '1885 -',
  dateNote: 'Dal 1885 circa, con eccezioni; alcune mappe in copia risalgono al 1838.',
  extent: 'circa 15.000 metri lineari',
  scope:
    'Atti prodotti e ricevuti dal Comune da circa il 1885: buste (faldoni), registri, disegni e mappe. Le pratiche edilizie si chiedono al settore Edilizia privata.',
  history:
    'La divisione con l’Archivio di Stato cade intorno al 1885: le carte anteriori, salvo eccezioni, sono in via dei Colli. Nello stesso anno una circolare ministeriale dettò regole per gli archivi comunali; la circolare 1° marzo 1897 introdusse le quindici categorie, in uso fino al piano di classificazione degli anni Duemila.',
  disagreement: 'una pagina del Comune dà circa 15.000 metri lineari, una più antica 10.000.',
  findingAids: 'elenchi e inventari in sala.',
  sources: 'pagine informative del Comune di Padova sull’Archivio generale.',
  accruals: 'Archivio aperto: vi confluiscono le carte versate dagli uffici.',
  arrangement: 'Quadro di serie dimostrativo.',
  creators: [{ id: AG.comune, dates: '1885 -' }],
  related: [
    {
      title: 'Strade, piazze, mura, fiere e mercati, stazi, fabbriche',
      text: 'Antecedente, all’Archivio di Stato di Padova, per suolo pubblico e fabbriche.',
      fonds: fondsId(F.streets),
    },
    { title: 'Archivio storico del Comune di Vicenza', text: 'Archivio affine, presso la Biblioteca Bertoliana.' },
  ],
  bodies: ['Comune di Padova'],
  subjects: ['Amministrazione comunale'],
  places: ['Padova'],
  abstracts: {
    ita: 'Archivio moderno del Comune, dal 1885 circa. Le fonti ne misurano 15.000 o 10.000 metri lineari; le serie qui descritte sono tipiche e le unità inventate.',
    eng: 'Modern archive of the municipality of Padua, from about 1885. Sources give 15,000 or 10,000 linear metres. The series shown are those typical of a Venetian town and the units are invented for demonstration.',
  },
  children: [
    typical('Deliberazioni del Consiglio comunale', 'Verbali e deliberazioni del Consiglio.', COUNCIL),
    typical(
      'Deliberazioni della Giunta, poi del Podestà',
      'Giunta municipale, Podestà (1926-1945), di nuovo Giunta.',
      BOARD,
    ),
    typical('Protocolli e rubriche', 'Registri di protocollo e loro rubriche.', PROTOCOL),
    typical(
      'Atti amministrativi per categoria e classe',
      'Carteggio ordinato secondo le quindici categorie del 1897.',
      BY_CATEGORY,
    ),
    typical('Contratti, repertori, ordinanze e determinazioni', 'Atti negoziali e provvedimenti.', CONTRACTS),
    typical('Registri di popolazione e censimenti', 'Anagrafe e censimenti.', POPULATION),
    typical(
      'Stato civile',
      'Nati, matrimoni, morti, cittadinanze; tenuti dai comuni dal 1° settembre 1871.',
      CIVIL_STATUS,
    ),
    typical('Liste di leva e ruoli matricolari', 'Liste annuali e ruoli.', CONSCRIPTION),
    typical('Liste elettorali e verbali', 'Liste, verbali, scrutini.', ELECTORAL),
    typical('Piani regolatori e cartografia', 'Mappe, piante, piani.', PLANS),
    typical('Lavori pubblici, licenze, edilizia', 'Progetti, perizie, licenze.', WORKS),
    typical('Congregazione di carità, ECA, Patronato scolastico', 'Archivi aggregati di enti di assistenza.', WELFARE),
  ],
};
