/** How many cases of each type three years bring, about 400 together: many for ground and residence, few permits. */
export const shares = {
  'occupazione-suolo-48-ore': 54,
  'occupazione-suolo-pubblico': 52,
  'cambio-residenza': 70,
  'iscrizione-nido': 42,
  'accesso-pratiche-edilizie': 40,
  'accesso-documentale': 20,
  'certificato-destinazione-urbanistica': 22,
  'permesso-di-costruire': 20,
  'scia-agibilita': 22,
  'commercio-aree-pubbliche': 8,
  patrocinio: 14,
  'consultazione-archivio': 22,
  cila: 14,
  'cancellazione-irreperibilita': 13,
  'consultazione-riservata': 7,
  'consultazione-deposito': 5,
} as const;
export type TypeCode = keyof typeof shares;
export const typeCodes = Object.keys(shares).filter((code): code is TypeCode => code in shares);
