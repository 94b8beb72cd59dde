import type { QueryNotice } from './query.ts';
import type { SearchRequest } from './search.ts';

const texts: Record<SearchRequest['lang'], Record<QueryNotice, string>> = {
  it: {
    unbalancedQuotes: 'Manca una virgoletta: le parole sono state cercate una per una.',
    unbalancedParentheses: 'Le parentesi non sono in coppia: quelle di troppo sono state ignorate.',
    strayOperator: 'AND, OR o NOT senza una parola accanto: sono stati ignorati.',
    shortPrefix: 'Prima di * servono almeno due lettere: la parola è stata cercata intera.',
    tooLong: 'La ricerca è troppo lunga: è stata considerata solo la prima parte.',
    stopWordsOnly: 'Parole troppo comuni per essere cercate: sono mostrati tutti i risultati.',
  },
  en: {
    unbalancedQuotes: 'A quotation mark is missing: the words were searched one by one.',
    unbalancedParentheses: 'Parentheses do not match: the extra ones were ignored.',
    strayOperator: 'AND, OR or NOT without a word next to it was ignored.',
    shortPrefix: 'At least two letters are needed before *: the word was searched whole.',
    tooLong: 'The search is too long: only its first part was used.',
    stopWordsOnly: 'These words are too common to be searched: all results are shown.',
  },
};

export const noticeText = (notice: QueryNotice, lang: SearchRequest['lang']): string => texts[lang][notice];
