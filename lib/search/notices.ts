import type { QueryNotice } from './query.ts';
import type { SearchRequest } from './search.ts';

/** What a reader is told of an answer: of the query, or of the engine that gave it. */
export type Notice = QueryNotice | 'fromReserve' | 'listBegunAgain';

const texts: Record<SearchRequest['lang'], Record<Notice, string>> = {
  it: {
    unbalancedQuotes: 'Manca una virgoletta: le parole sono state cercate una per una.',
    unbalancedParentheses: 'Le parentesi non sono in coppia: quelle di troppo sono state ignorate.',
    strayOperator: 'AND, OR o NOT senza una parola accanto: sono stati ignorati.',
    shortPrefix: 'Prima di * servono almeno due lettere: la parola è stata cercata intera.',
    tooLong: 'La ricerca è troppo lunga: è stata considerata solo la prima parte.',
    stopWordsOnly: 'Parole troppo comuni per essere cercate: sono mostrati tutti i risultati.',
    fromReserve: 'Il motore di ricerca principale non risponde: questi risultati vengono da quello di riserva.',
    listBegunAgain: 'L’elenco che si stava sfogliando non è più disponibile: si riparte dalla prima pagina.',
  },
  en: {
    unbalancedQuotes: 'A quotation mark is missing: the words were searched one by one.',
    unbalancedParentheses: 'Parentheses do not match: the extra ones were ignored.',
    strayOperator: 'AND, OR or NOT without a word next to it was ignored.',
    shortPrefix: 'At least two letters are needed before *: the word was searched whole.',
    tooLong: 'The search is too long: only its first part was used.',
    stopWordsOnly: 'These words are too common to be searched: all results are shown.',
    fromReserve: 'The main search engine does not answer: these results come from the one kept in reserve.',
    listBegunAgain: 'The list you were reading is no longer available: it begins again from the first page.',
  },
};

export const noticeText = (notice: Notice, lang: SearchRequest['lang']): string => texts[lang][notice];
