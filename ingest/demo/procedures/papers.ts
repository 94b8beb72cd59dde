import type { Paper } from './move.ts';

const paper = (kind: Paper['kind'], flow: Paper['flow'], title: string, ...paragraphs: string[]): Paper => ({
  kind,
  flow,
  title,
  paragraphs,
});

/** What the office writes when it goes from an activity to the next; null where it writes nothing. */
export function paperOf(from: string, to: string, negative: boolean): Paper | null {
  switch (to) {
    case 'additions':
    case 'correction':
      return paper(
        'act',
        'out',
        'Richiesta di integrazioni',
        'La documentazione presentata non è completa. Si chiede di inviare entro trenta giorni quanto manca; nel frattempo il termine è fermo.',
        'Ciò che il Comune possiede già non va mandato di nuovo.',
      );
    case 'preavvisoDiRigetto':
      return paper(
        'act',
        'out',
        'Comunicazione dei motivi ostativi',
        'Ai sensi dell’art. 10-bis della L. 241/1990 si comunicano i motivi che impediscono di accogliere la domanda.',
        'Entro dieci giorni dal ricevimento si possono presentare osservazioni e documenti.',
      );
    case 'conformation':
      return paper(
        'act',
        'out',
        'Ordine di conformare',
        'Si ordina di mettere in regola quanto indicato entro trenta giorni e di darne comunicazione.',
      );
    case 'conferenza':
      return paper(
        'act',
        'out',
        'Indizione della conferenza di servizi',
        'Per decidere servono gli atti di più amministrazioni: si indice la conferenza di servizi (L. 241/1990, art. 14-bis).',
        'Ciascuna amministrazione rende la propria determinazione entro il termine indicato; nel frattempo il termine del procedimento è fermo.',
      );
    case 'inquiries':
      return paper(
        'act',
        'out',
        'Richiesta di notizie ad altri enti',
        'Si chiede se la persona sia conosciuta e dove abiti. Il termine è sospeso fino alla risposta, per non più di trenta giorni.',
      );
    case 'opinion':
    case 'assessoreOpinion':
      return paper('other', 'internal', 'Richiesta di parere', 'Si chiede il parere di competenza.');
    case 'counterpartiesObjections':
      return paper(
        'act',
        'out',
        'Avviso ai controinteressati',
        'È stata presentata una richiesta che vi riguarda. Entro dieci giorni ci si può opporre con motivi scritti.',
      );
    default:
  }
  switch (from) {
    case 'opinion':
    case 'assessoreOpinion':
      return paper('other', 'internal', 'Parere', 'Visti gli atti, si esprime parere favorevole.');
    case 'conferenza':
      return paper(
        'act',
        'internal',
        'Determinazione di conclusione della conferenza',
        'Viste le determinazioni delle amministrazioni, la conferenza si conclude con esito favorevole.',
      );
    case 'startNotice':
      return paper(
        'act',
        'out',
        'Comunicazione di avvio del procedimento',
        'Si comunica che il procedimento è cominciato, chi lo segue, entro quando si conclude e come vedere gli atti (L. 241/1990, art. 8).',
        'Si possono presentare memorie e documenti: basta dire dove si abita.',
      );
    case 'irregularityNotice':
      return paper(
        'act',
        'out',
        'Comunicazione dell’irregolarità',
        'Il controllo ha trovato che la comunicazione non è in regola, per i motivi indicati.',
      );
    case 'siteInspection':
    case 'dwellingCheck':
      return paper(
        'other',
        'internal',
        from === 'dwellingCheck' ? 'Verbale di accertamento' : 'Verbale di sopralluogo',
        'Il personale incaricato si è recato sul posto e ha redatto questo verbale.',
      );
    case 'decision':
    case 'confirmation':
    case 'rankingApproval':
      return paper(
        'act',
        'internal',
        decisionTitles[from],
        'Visti gli atti e i pareri, si accoglie quanto richiesto.',
        remedies,
      );
    case 'measure':
    case 'dismissal':
      return paper(
        'act',
        'internal',
        decisionTitles[from],
        from === 'measure'
          ? 'Visti gli accertamenti ripetuti e quanto è stato scritto dall’interessato, si dispone la cancellazione.'
          : 'Visti gli accertamenti, non c’è motivo di andare avanti e il procedimento si archivia.',
        remedies,
      );
    case 'refusal':
    case 'prohibition':
    case 'restoration':
      return paper(
        'act',
        'internal',
        decisionTitles[from],
        'Visti gli atti e le osservazioni, per i motivi già comunicati non si può accogliere quanto richiesto.',
        remedies,
      );
    case 'notification':
    case 'refusalNotification':
      return paper(
        'act',
        'out',
        negative ? 'Comunicazione del diniego' : 'Comunicazione del provvedimento',
        'Si trasmette il provvedimento adottato.',
        remedies,
      );
    case 'copiesDelivery':
      return paper(
        'other',
        'internal',
        'Ricevuta di consegna',
        'I documenti richiesti sono stati consegnati o visti in ufficio.',
      );
    default:
      return null;
  }
}

const remedies =
  'Contro il provvedimento si può ricorrere al tribunale amministrativo regionale entro 60 giorni, o al Capo dello Stato entro 120.';
const decisionTitles = {
  decision: 'Provvedimento di accoglimento',
  confirmation: 'Conferma della dichiarazione',
  rankingApproval: 'Determinazione con la graduatoria',
  refusal: 'Provvedimento di diniego',
  prohibition: 'Ordine di divieto di prosecuzione',
  restoration: 'Provvedimento di ripristino',
  measure: 'Provvedimento di cancellazione',
  dismissal: 'Atto di archiviazione',
} as const;

/** What the party sends in. */
export const sentPapers = {
  additions: paper('attachment', 'in', 'Integrazioni', 'Si trasmettono i documenti che mancavano.'),
  correction: paper('attachment', 'in', 'Domanda corretta', 'Si trasmette la domanda corretta.'),
  conformation: paper(
    'attachment',
    'in',
    'Comunicazione di avvenuta conformazione',
    'Si comunica di avere messo in regola quanto richiesto.',
  ),
  preavvisoDiRigetto: paper(
    'attachment',
    'in',
    'Osservazioni',
    'Si presentano le osservazioni previste dall’art. 10-bis della L. 241/1990.',
  ),
  participation: paper(
    'attachment',
    'in',
    'Memorie dell’interessato',
    'Si presentano memorie e documenti (L. 241/1990, art. 10).',
  ),
  withdrawal: paper('attachment', 'in', 'Rinuncia', 'Si rinuncia a quanto presentato.'),
  substitute: paper(
    'attachment',
    'in',
    'Richiesta di intervento sostitutivo',
    'Il termine è passato senza risposta: si chiede al titolare del potere sostitutivo di concludere il procedimento.',
  ),
  attestation: paper(
    'attachment',
    'in',
    'Richiesta di attestazione',
    'Si chiede l’attestazione del silenzio assenso (L. 241/1990, art. 20, c. 2-bis).',
  ),
} as const satisfies Record<string, Paper>;

export const attestationIssued = paper(
  'act',
  'out',
  'Attestazione del silenzio assenso',
  'Si attesta che il termine è decorso e che l’assenso si è formato per silenzio.',
);
export const extensionAct = paper(
  'act',
  'out',
  'Proroga del termine',
  'Il progetto è particolarmente complesso: con questa decisione motivata il termine si allunga (DPR 380/2001, art. 20, c. 7).',
);
export const reopeningOrder = paper(
  'act',
  'internal',
  'Provvedimento di riesame',
  'Si annulla in autotutela il provvedimento adottato e si riapre l’istruttoria.',
);
