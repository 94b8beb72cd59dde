/** ISO 639-1 to 639-2/B, the codes of EAD, for the languages archives have most. */
const two = new Map(
  (
    'af:afr ar:ara be:bel bg:bul bs:bos ca:cat co:cos cs:cze cy:wel da:dan de:ger el:gre en:eng eo:epo es:spa et:est eu:baq fa:per fi:fin ' +
    'fr:fre fy:fry ga:gle gd:gla gl:glg he:heb hi:hin hr:hrv hu:hun hy:arm id:ind is:ice it:ita ja:jpn ka:geo ko:kor la:lat lb:ltz lt:lit ' +
    'lv:lav mk:mac mt:mlt nl:dut no:nor nb:nob nn:nno oc:oci pl:pol pt:por rm:roh ro:rum ru:rus sa:san sc:srd sk:slo sl:slv sq:alb sr:srp ' +
    'sv:swe tr:tur uk:ukr vi:vie yi:yid zh:chi'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);

const names = new Map(
  'italiano:ita italian:ita latino:lat latin:lat inglese:eng english:eng francese:fre french:fre tedesco:ger german:ger spagnolo:spa spanish:spa greco:gre greek:gre veneto:vec sloveno:slv'
    .split(' ')
    .map((pair): [string, string] => {
      const [name = '', code = ''] = pair.split(':');
      return [name, code];
    }),
);

/** A language as its code of three letters, lower case: `it` → `ita`; 639-2 and 639-3 codes stay. Null when it is no code. */
export function normaliseLanguage(value: string | null | undefined): string | null {
  const word = value?.trim().toLowerCase() ?? '';
  const [primary = ''] = word.split(/[-_]/);
  if (primary.length === 2) return two.get(primary) ?? null;
  if (/^[a-z]{3}$/.test(primary)) return primary;
  return names.get(word) ?? null;
}
