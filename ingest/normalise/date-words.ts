/** Ways of writing that say the same as a plainer one, in the order in which they are looked for. All in lower case. */
const plainer: [RegExp, string][] = [
  [/<([^<>]*)>/g, '$1'],
  [/(\d)\s*--+\s*(?=\d)/g, '$1-'],
  // "s.d. [ma post 1930]", "s.d. [1925]" say something after all.
  [/^(?:s\.? ?d\.?|senza data|undated|n\.d\.)[,;:]?\s+(?:ma|but|forse|probably)?\s*(?=\S)/, ''],
  [/,?\s*\binclusive\b\.?$/, ''],
  [/^(?:bulk dates?:?|(?:the )?(?:majority|bulk) of (?:the )?materials?(?: found)?(?: within)?)\s+/, ''],
  [/\s*(?:[-–—]\s*|\bto\s+|\ba\s+)(?:present[ei]?|date|oggi|in corso|heute|heden|aujourd'hui|actualidad|atual)$/, '-'],
  [/\s+in poi$/, '-'],
  [/^[-–—]\s*(?=\d)/, 'ante '],
  [/^(?:early|mid|late|inizi(?:o)?|fine|metà)(?:\s+|-)(?:degli anni |anni |the )?(?=\d{3}0(?:'?s)?$)/, 'circa '],
  [/^(?:desde|de)\s+(.+?)\s+(?:hasta|a)\s+(?=\S)/, '$1 - '],
  [/^desde\s+/, 'dal '],
  [/^hasta\s+/, 'ante '],
  [/(?<![\p{L}])(?:siglos?|séculos?|segles?|ss\.|siècles?|s\.)\s+(?=[ivx]{1,5}(?![\p{L}]))/gu, 'sec. '],
  // "XVIe-XVIIIe siècles", "16e-18e eeuw", "15./16. Jh.": the word stands once for both.
  [
    /^([ivx]{1,5}|\d{1,2})(?:e|ème|er|th|st|nd|rd|\.)?\s*[-–—/]\s*([ivx]{1,5}|\d{1,2})(?:e|ème|er|th|st|nd|rd|\.)?\s*(?:siècles?|s\.|eeuw|jh\.?|jahrhundert|centur(?:y|ies)|secol[oi]|secc?\.)$/,
    'sec. $1 - sec. $2',
  ],
  [/^(\d\d)(?:\.\.|--|__|\?\?)$/, 'between $100 and $199'],
  [/^(\d{4}-\d\d-\d\d)\/(?=\d{4}-\d\d-\d\d$)/, '$1 - '],
  [/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'],
  [/\s+(?:or|oder|ou)\s+/g, ' and '],
];

/** A date in words, lower case and with single blanks, with less to know of ways of writing. */
export function plainDateWords(text: string): string {
  return plainer.reduce((words, [pattern, plain]) => words.replace(pattern, plain), text).trim();
}
