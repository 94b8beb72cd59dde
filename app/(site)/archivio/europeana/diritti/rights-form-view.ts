import type { Language } from '#lib/i18n/language.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { metadataLicences, rightsStatements } from '#lib/records/rights-statements.ts';
import { reservedSides } from './read-rights.ts';
import type { RightsLine } from '#lib/store/rights/list-rights.ts';

/** One of several that are stated; `help` says what it means. */
export interface RightsOption {
  value: string;
  label: string;
  help?: string;
}

/** The form of one institution or fonds, ready to show. */
export interface RightsFormView {
  kind: 'institution' | 'fonds';
  id: string;
  rights: { options: RightsOption[]; now: string };
  licence: { options: RightsOption[]; now: string };
  /** How large everybody sees images of what may not be read yet; null: a fonds has no answer of its own. */
  reservedSide: { options: RightsOption[]; now: string } | null;
}

/** What stands in the list. */
interface Offered {
  code: string;
  name: Record<Language, string>;
  meaning: Record<Language, string>;
}

/** What may be stated, with what holds now; a URI that is none of those offered can stay. */
export function rightsFormView(
  kind: RightsFormView['kind'],
  line: RightsLine & { reservedSide?: number | null },
  t: Translate,
  lang: Language,
): RightsFormView {
  const offered = (all: readonly Offered[]): RightsOption[] =>
    all.map(({ code, name, meaning }) => ({ value: code, label: `${name[lang]} (${code})`, help: meaning[lang] }));
  const stays = (uri: string | null, codes: readonly { uri: string }[]): RightsOption[] =>
    uri === null || codes.some((one) => one.uri === uri) ? [] : [{ value: 'keep', label: t('rights.keep', { uri }) }];
  const nowOf = (uri: string | null, all: readonly { uri: string; code: string }[]) =>
    uri === null ? 'none' : (all.find((one) => one.uri === uri)?.code ?? 'keep');
  const none = (word: string): RightsOption => ({
    value: 'none',
    label: kind === 'fonds' ? t('rights.inherit') : word,
  });
  return {
    kind,
    id: line.id,
    rights: {
      options: [
        ...stays(line.rightsUri, rightsStatements),
        ...offered(rightsStatements),
        none(t('rights.noStatement')),
      ],
      now: nowOf(line.rightsUri, rightsStatements),
    },
    reservedSide: kind === 'fonds' ? null : sideView(line.reservedSide ?? null, t),
    licence: {
      options: [
        ...stays(line.metadataLicence, metadataLicences),
        ...offered(metadataLicences),
        none(t('rights.noLicence')),
      ],
      now: nowOf(line.metadataLicence, metadataLicences),
    },
  };
}

function sideView(now: number | null, t: Translate): { options: RightsOption[]; now: string } {
  const isOffered = now === null || reservedSides.some((side) => side === now);
  const inWords = (side: number): string => t('rights.sideUpTo', { side: String(side) });
  return {
    options: [
      { value: 'none', label: t('rights.sideNone') },
      ...(isOffered ? [] : [{ value: 'keep', label: inWords(now) }]),
      ...reservedSides.map((side) => ({ value: String(side), label: inWords(side) })),
    ],
    now: now === null ? 'none' : isOffered ? String(now) : 'keep',
  };
}
