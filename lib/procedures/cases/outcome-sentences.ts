import type { Outcome } from '../types/outcomes.ts';
import type { Text } from '../types/text.ts';

/** What the citizen reads at the end, where the type has nothing more telling to say. */
export const outcomeSentences: Record<Outcome, Text> = {
  granted: { it: 'La richiesta è stata accolta.', en: 'Your request has been granted.' },
  grantedWithConditions: {
    it: 'La richiesta è stata accolta con prescrizioni: leggile nel provvedimento.',
    en: 'Your request has been granted with conditions: read them in the decision.',
  },
  refused: {
    it: 'La richiesta è stata rigettata. Nel provvedimento trovi i motivi e come puoi ricorrere.',
    en: 'Your request has been refused. The decision gives the reasons and how you can challenge it.',
  },
  irricevibile: {
    it: 'La richiesta non si è potuta ricevere. Nel provvedimento trovi i motivi e come puoi ricorrere.',
    en: 'Your request could not be received. The decision gives the reasons and how you can challenge it.',
  },
  improcedibile: {
    it: 'La richiesta non è potuta andare avanti perché è rimasta incompleta. Nel provvedimento trovi i motivi e come puoi ricorrere.',
    en: 'Your request could not proceed because it remained incomplete. The decision gives the reasons and how you can challenge it.',
  },
  withdrawn: { it: 'Hai rinunciato alla richiesta.', en: 'You have withdrawn your request.' },
  consolidated: {
    it: 'Il controllo è finito senza rilievi: la segnalazione resta efficace.',
    en: 'The control has ended without remarks: your filing remains effective.',
  },
  conformed: {
    it: 'Hai messo in regola quello che mancava: la segnalazione resta efficace.',
    en: 'You have put right what was missing: your filing remains effective.',
  },
  prohibited: {
    it: 'L’attività è vietata. Nel provvedimento trovi i motivi e come puoi ricorrere.',
    en: 'The activity is prohibited. The decision gives the reasons and how you can challenge it.',
  },
  acknowledged: { it: 'La comunicazione è agli atti.', en: 'Your communication is on file.' },
  irregular: {
    it: 'La comunicazione è risultata irregolare. Nella nostra lettera trovi i motivi.',
    en: 'Your communication was found irregular. Our letter gives the reasons.',
  },
  confirmed: { it: 'Quello che hai dichiarato è confermato.', en: 'What you declared is confirmed.' },
  notConfirmed: {
    it: 'Quello che hai dichiarato non è stato confermato. Nel provvedimento trovi i motivi e come puoi ricorrere.',
    en: 'What you declared was not confirmed. The decision gives the reasons and how you can challenge it.',
  },
  admitted: { it: 'La domanda è stata ammessa.', en: 'Your application has been admitted.' },
  waitingList: {
    it: 'La domanda è in lista d’attesa: se si libera un posto ti avvisiamo.',
    en: 'Your application is on the waiting list: if a place comes free we will tell you.',
  },
  excluded: {
    it: 'La domanda è stata esclusa. Nella nostra lettera trovi i motivi e come puoi ricorrere.',
    en: 'Your application was excluded. Our letter gives the reasons and how you can challenge it.',
  },
  measureTaken: { it: 'Il provvedimento è stato adottato.', en: 'The measure has been taken.' },
  dismissed: { it: 'Il procedimento è stato archiviato.', en: 'The procedure has been dismissed.' },
  silenzioAssenso: {
    it: 'Il termine è passato senza una risposta: la richiesta si considera accolta (silenzio assenso). Puoi chiedere che il Comune lo attesti.',
    en: 'The term has passed without an answer: your request is deemed granted (silenzio assenso). You can ask the municipality to attest it.',
  },
  silenzioRigetto: {
    it: 'Il termine è passato senza una risposta: la richiesta si considera rigettata (silenzio rigetto), e da ora puoi ricorrere.',
    en: 'The term has passed without an answer: your request is deemed refused (silenzio rigetto), and from now you can challenge it.',
  },
};
