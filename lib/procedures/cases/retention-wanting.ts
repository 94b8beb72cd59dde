import type { Reason } from './decision.ts';
import type { Keeping } from './retention-computed.ts';
import { reason } from './reason.ts';

type Wanting = Extract<Keeping, { kind: 'wanting' }>['what'];

/** What is missing for the years of keeping to be reckoned, and how it is given. */
const wanting: Record<Wanting, { it: string; en: string }> = {
  rule: {
    it: 'il tipo di procedimento non dice per quanto tempo si conserva con questo esito: rinvia con un motivo; l’archivista decide poi dal piano di conservazione',
    en: 'the type of procedure does not say how long it is kept with this outcome: put it off with a reason; the archivist then decides from the conservation plan',
  },
  caseClosed: {
    it: 'manca il giorno di chiusura del fascicolo',
    en: 'the day on which the file was closed is missing',
  },
  mainCaseClosed: {
    it: 'gli anni decorrono dalla chiusura della pratica principale, che non è indicata o non è ancora chiusa: collegala, indica il giorno, o rinvia con un motivo',
    en: 'the years run from the closing of the main case, which is not named or not yet closed: link it, give the day, or put it off with a reason',
  },
  decisionEffective: {
    it: 'gli anni decorrono dall’efficacia del provvedimento, che non è registrata: indica il giorno',
    en: 'the years run from the day the decision took effect, which is not recorded: give the day',
  },
  decisionExpiry: {
    it: 'gli anni decorrono dalla scadenza del provvedimento, che non è indicata: indica il giorno, o rinvia con un motivo',
    en: 'the years run from the expiry of the decision, which is not known: give the day, or put it off with a reason',
  },
  relationEnd: {
    it: 'gli anni decorrono dalla fine del rapporto, che non è indicata: indica il giorno, o rinvia con un motivo',
    en: 'the years run from the end of the relation, which is not known: give the day, or put it off with a reason',
  },
  dataField: {
    it: 'gli anni decorrono da un giorno scritto nella domanda, che lì manca: indica il giorno, o rinvia con un motivo',
    en: 'the years run from a day in the application, which is missing there: give the day, or put it off with a reason',
  },
  setByHand: {
    it: 'gli anni decorrono da un giorno che si stabilisce caso per caso: indica il giorno, o rinvia con un motivo',
    en: 'the years run from a day that is set case by case: give the day, or put it off with a reason',
  },
};

export const retentionWanting = (what: Wanting): Reason =>
  reason('retentionUnknown', wanting[what].it, wanting[what].en, 'DPR 445/2000 art. 68');
