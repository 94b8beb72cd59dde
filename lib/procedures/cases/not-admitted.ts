import type { Reason } from './decision.ts';
import { reason } from './reason.ts';

/** A document that was not taken because of what it carries, or because nobody could look at it; nothing of it, and of what came with it, is kept. */
export interface NotAdmitted {
  kind: 'notAdmitted';
  cause: 'infected' | 'scannerAway';
  reasons: [Reason, ...Reason[]];
}

/** What is told to who brought it: the name of the file as they know it, and of the virus. */
export function notAdmitted(
  why: { kind: 'infected'; signature: string } | { kind: 'scannerAway' },
  name: string | null,
): NotAdmitted {
  const [it, en] = name === null ? ['Il file', 'The file'] : [`Il file «${name}»`, `The file "${name}"`];
  const told =
    why.kind === 'infected'
      ? reason(
          'infected',
          `${it} contiene un virus (${why.signature}) e non è stato preso. Controlla il computer da cui viene e manda una copia pulita.`,
          `${en} carries a virus (${why.signature}) and was not taken. Check the computer it comes from and send a clean copy.`,
        )
      : reason(
          'scannerAway',
          `${it} non è stato preso: il controllo antivirus non risponde. Riprova tra qualche minuto.`,
          `${en} was not taken: the virus scanner does not answer. Try again in a few minutes.`,
        );
  return { kind: 'notAdmitted', cause: why.kind, reasons: [told] };
}
