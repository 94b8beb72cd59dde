import type { Text } from '../types/text.ts';
import type { ReopeningGround } from './procedure.ts';

export const groundWords: Record<ReopeningGround, Text> = {
  review: {
    it: 'riesame della decisione (annullamento d’ufficio)',
    en: 'review of the decision (annulment by the office itself)',
  },
  rectification: {
    it: 'rettifica di un errore di fatto o materiale',
    en: 'rectification of an error of fact or of writing',
  },
  falseDeclarations: {
    it: 'dichiarazioni o fatti falsi accertati con sentenza passata in giudicato',
    en: 'false declarations or facts established by a final judgment',
  },
  judgment: { it: 'esecuzione di una sentenza', en: 'execution of a judgment' },
};

/** Grounds that stand on a judgment, by which what was given may be taken at any time. */
export const judgmentGrounds: ReadonlySet<ReopeningGround> = new Set(['falseDeclarations', 'judgment']);
