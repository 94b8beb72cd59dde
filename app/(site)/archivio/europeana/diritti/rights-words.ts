import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { europeanaRights, metadataLicences, rightsStatements } from '#lib/records/rights-statements.ts';

/** A rights URI as people read it: its name where it is one that is offered, else what is amiss with it. */
export function rightsInWords(uri: string, t: Translate, lang: Language): string {
  const rights = europeanaRights(uri);
  const statement = rightsStatements.find((one) => one.uri === rights?.uri);
  if (statement) return `${statement.name[lang]} (${statement.code})`;
  return rights ? t('rights.unfit', { uri }) : t('rights.unknown', { uri });
}

/** A licence of descriptions by its name, else its address. */
export const licenceInWords = (uri: string, lang: Language): string =>
  metadataLicences.find((one) => one.uri === uri)?.name[lang] ?? uri;
