import { dayWords } from '#lib/procedures/day-words.ts';
import type { Day } from '#lib/procedures/day.ts';

/** An answer of a party to what the office asked, as it is registered. */
export interface AnswerLetter {
  comune: string;
  on: Day;
  /** Title of the case and its number. */
  case: { title: string; number: number; year: number };
  /** What had been asked. */
  asked: string;
  /** Whose answer it is, and who sent it where it was another. */
  party: string;
  sender: string;
  /** Brought to the counter, where it was registered. */
  atCounter: boolean;
  words: string | null;
  documents: readonly { title: string; fileName: string | null; bytes: number; sha256: string }[];
}

/**
 * The answer in plain text, a format that is kept for ever (Linee guida AgID, Allegato 2): it bears the number of the protocollo, and names each
 * document that came with it by its hash, so that what was sent can be told from the letter alone.
 */
export function toAnswerLetter(letter: AnswerLetter): string {
  const { number, year, title } = letter.case;
  const attached = letter.documents.map(
    ({ title: name, fileName, bytes, sha256 }, i) =>
      `${i + 1}. ${name}${fileName ? ` (${fileName})` : ''}, ${bytes} byte\n   SHA-256 ${sha256}`,
  );
  return [
    `Al ${letter.comune}`,
    `Pratica: ${title}, protocollo ${String(number).padStart(7, '0')}/${year}`,
    `Risposta a: ${letter.asked}`,
    `Da: ${letter.party}${letter.sender === letter.party ? '' : `, per mezzo di ${letter.sender}`}`,
    `${letter.atCounter ? 'Consegnata allo sportello' : 'Inviata dalla Mia Pagina'} il ${dayWords(letter.on).it}`,
    '',
    ...(letter.words === null ? [] : [letter.words, '']),
    attached.length > 0 ? 'Documenti allegati' : 'Nessun documento allegato',
    ...attached,
    '',
  ].join('\n');
}
