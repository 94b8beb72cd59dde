/** ISO 639-2/B and 639-3 codes, which the model holds, to the two letters that BCP 47 wants where there are two. */
const two = new Map(
  (
    'ita:it lat:la eng:en fre:fr fra:fr ger:de deu:de spa:es gre:el ell:el por:pt dut:nl nld:nl heb:he ara:ar rus:ru slv:sl hrv:hr ' +
    'cze:cs ces:cs pol:pl hun:hu rum:ro ron:ro cat:ca oci:oc fur:fur srd:sc mlt:mt alb:sq sqi:sq bul:bg dan:da est:et fin:fi gle:ga ' +
    'lav:lv lit:lt nor:no slo:sk slk:sk srp:sr swe:sv tur:tr ukr:uk yid:yi chi:zh zho:zh jpn:ja arm:hy hye:hy per:fa fas:fa'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [long = '', short = ''] = pair.split(':');
      return [long, short];
    }),
);

/** The language of descriptions of which the source says no other: that of the archives the software is for. */
export const ownLanguage = 'it';

/** A language as BCP 47 tags it (`ita` → `it`), for `xml:lang`; null where the value is no tag at all. */
export function languageTagOf(code: string | null | undefined): string | null {
  const tag = code?.trim() ?? '';
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return null;
  return two.get(tag.toLowerCase()) ?? tag;
}
