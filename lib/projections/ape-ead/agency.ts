import type { HarvestRecord } from '#lib/records/harvest-views.ts';

/** Countries that apeEAD 1.5 knows: ISO 3166-1 with its own XK and XX. */
const countries: ReadonlySet<string> = new Set(
  `
AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BV BW BY BZ CA CC CD CF CG CH
CI CK CL CM CN CO CR CS CU CV CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GH GI GL GM
GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ
OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SY SZ TC TD
TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK XX YE YT ZA ZM ZW
`
    .trim()
    .split(/\s+/),
);

/** Who keeps the archives, as `eadid` must have it: a country and an ISIL (ISO 15511), or as much like one as the code here lets be made. */
export function agencyOf({ institution }: HarvestRecord): { countrycode: string; mainagencycode: string } {
  const { code, description } = institution;
  const [, prefix = '', rest = ''] = /^([A-Z]{2})-([A-Za-z0-9:/-]{1,11})$/.exec(code) ?? [];
  if (countries.has(prefix)) return { countrycode: prefix, mainagencycode: `${prefix}-${rest}` };
  const country = description.country?.toUpperCase() ?? '';
  const countrycode = countries.has(country) ? country : 'IT';
  const local = code
    .normalize('NFD')
    .replace(/[^A-Za-z0-9:/-]+/g, '')
    .slice(0, 11);
  return { countrycode, mainagencycode: `${countrycode}-${local || '0'}` };
}
