import type { ProcedureType } from './procedure-type.ts';
import type { Text } from './text.ts';
import type { Said } from './term-words.ts';

/** What it means that nobody answers, in plain words. */
export function silencePlainly(type: ProcedureType): Said {
  switch (type.family) {
    case 'scia':
      return { text: controlEnds, source: { act: 'L. 241/1990', article: 'art. 19, cc. 3 e 4' } };
    case 'communication':
      return { text: nothingToWaitFor, source: type.checks.source };
    case 'ranking':
      return { text: byRanking, source: type.notice.source };
    case 'exOfficio':
      return { text: mustDecide, source: { act: 'L. 241/1990', article: 'art. 2' } };
    case 'application':
    case 'declaration':
      return ofSilence(type);
  }
}

function ofSilence({ family, silence }: Extract<ProcedureType, { family: 'application' | 'declaration' }>): Said {
  switch (silence.kind) {
    case 'none':
      return { text: mustDecide, source: silence.source };
    case 'silenzioRigetto':
      return { text: refused, source: silence.source };
    case 'silenzioAssenso': {
      const { exceptWhen, source } = silence;
      const text = family === 'declaration' ? confirmed : granted;
      if (!exceptWhen) return { text, source };
      return {
        text: {
          it: `${text.it} Non vale ${exceptWhen.it}.`,
          en: `${text.en} This does not hold ${exceptWhen.en}.`,
        },
        source,
      };
    }
  }
}

const granted: Text = {
  it: 'Se il termine passa senza una risposta, la domanda si considera accolta (silenzio assenso). Puoi chiedere che il Comune lo attesti.',
  en: 'If the term passes without an answer, the request is deemed granted (silenzio assenso). You can ask the municipality to attest it.',
};
const confirmed: Text = {
  it: 'Se il tempo della verifica passa senza che il Comune ti scriva, quello che hai dichiarato si considera confermato (silenzio assenso).',
  en: 'If the time for checking passes and the municipality has not written to you, what you declared is deemed confirmed (silenzio assenso).',
};
const refused: Text = {
  it: 'Se il termine passa senza una risposta, la richiesta si considera rifiutata (silenzio rigetto), e da quel giorno puoi ricorrere.',
  en: 'If the term passes without an answer, the request is deemed refused (silenzio rigetto), and from that day you can appeal.',
};
const mustDecide: Text = {
  it: 'Il silenzio non vale né sì né no: il Comune deve rispondere anche a termine passato, e tu puoi rivolgerti al titolare del potere sostitutivo.',
  en: 'Silence means neither yes nor no: the municipality must answer even after the term, and you can turn to the holder of the substitute power.',
};
const controlEnds: Text = {
  it: 'Non devi aspettare una risposta: la segnalazione ha effetto da quando la presenti. Finito il tempo del controllo, il Comune può intervenire solo alle condizioni più strette della legge.',
  en: 'You need not wait for an answer: the filing is effective from the day you file it. Once the time for control is over, the municipality can step in only under the narrower conditions of the law.',
};
const nothingToWaitFor: Text = {
  it: 'Non devi aspettare una risposta: la comunicazione ha effetto da quando la presenti.',
  en: 'You need not wait for an answer: the communication is effective from the day you file it.',
};
const byRanking: Text = {
  it: 'Il silenzio non ha un significato suo: l’esito è nella graduatoria, che viene pubblicata.',
  en: 'Silence has no meaning of its own: the outcome is in the ranking, which is published.',
};
