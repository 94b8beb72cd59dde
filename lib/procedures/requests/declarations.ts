import type { ProcedureType } from '../types/procedure-type.ts';
import type { Text } from '../types/text.ts';

/** What is declared when a request is sent; kept with it. */
export interface Declaration {
  code: 'truth' | 'powers' | 'scholarship';
  text: Text;
  source: string;
}

/** What is to be declared in a request of a type. @param represented the name of whom it is filed for, where that is somebody else */
export function declarationsOf(type: ProcedureType, represented: string | null): Declaration[] {
  const asksUnits = 'accessPoints' in type && type.accessPoints.archivalUnit === 'required';
  return [truth, ...(represented === null ? [] : [powersFor(represented)]), ...(asksUnits ? [scholarship] : [])];
}

const truth: Declaration = {
  code: 'truth',
  text: {
    it: 'Dichiaro che quello che ho scritto è vero. So che chi dichiara il falso ne risponde penalmente e perde i benefici ottenuti.',
    en: 'I declare that what I have written is true. I know that false declarations are punished by law and that benefits obtained by them are lost.',
  },
  source: 'DPR 445/2000, artt. 46, 47, 75 e 76',
};

const powersFor = (name: string): Declaration => ({
  code: 'powers',
  text: {
    it: `Dichiaro che ho il potere di presentare questa richiesta per ${name}.`,
    en: `I declare that I have the power to file this request for ${name}.`,
  },
  source: 'DPR 445/2000, art. 38, c. 3-bis',
});

const scholarship: Declaration = {
  code: 'scholarship',
  text: {
    it: 'Mi impegno a rispettare le regole deontologiche per la ricerca storica, anche nel pubblicare quello che trovo.',
    en: 'I undertake to keep the rules of conduct for historical research, also in publishing what I find.',
  },
  source: 'D.Lgs. 42/2004, art. 126; D.Lgs. 196/2003, art. 102',
};
