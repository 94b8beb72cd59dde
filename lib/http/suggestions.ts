import { z } from 'zod';
import { languages } from '#lib/i18n/language.ts';
import { messageKey, type Translate } from '#lib/i18n/translate.ts';
import { suggestionSchema, type Suggestion } from '#lib/search/search.ts';
import type { Violation } from './problem.ts';
import { searchHref } from './search-parameters.ts';

/** The parameters of `/api/v1/suggest`. */
export const suggestParametersSchema = z.object({
  q: z.string().max(1000).default('').describe('What has been typed so far'),
  lang: z.enum(languages).optional(),
});

export const suggestAnswerSchema = z.object({
  suggestions: z.array(
    suggestionSchema.omit({ id: true }).extend({
      what: z.string().describe('What kind of thing it is, in words of `lang`'),
      url: z.string().describe('Where it leads: its page, or the search that finds it'),
    }),
  ),
});
export type SuggestAnswer = z.infer<typeof suggestAnswerSchema>;

export function parseSuggestParameters(
  address: URLSearchParams,
):
  | { parameters: z.infer<typeof suggestParametersSchema>; violations: null }
  | { parameters: null; violations: Violation[] } {
  const given = Object.fromEntries(
    ['q', 'lang'].flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : [])),
  );
  const parsed = suggestParametersSchema.safeParse(given);
  if (parsed.success) return { parameters: parsed.data, violations: null };
  const violations = parsed.error.issues.map((issue) => ({
    parameter: String(issue.path[0] ?? ''),
    message: issue.message,
  }));
  return { parameters: null, violations };
}

/** Suggestions as readers see them: each says what it is and where it leads. */
export function toSuggestJson(suggestions: readonly Suggestion[], t: Translate): SuggestAnswer {
  return {
    suggestions: suggestions.map((suggestion) => {
      const { kind, label, type, note } = suggestion;
      return { kind, label, type, note, what: whatItIs(suggestion, t), url: addressOf(suggestion) };
    }),
  };
}

function whatItIs({ kind, id, type }: Suggestion, t: Translate): string {
  if (kind === 'place') return t('facet.place').toLowerCase();
  if (kind === 'subject') return t('facet.subject').toLowerCase();
  if (kind === 'code') return t('suggest.code');
  if (id === null) return t('suggest.titles');
  const key = messageKey(kind === 'agent' ? 'agent' : 'level', type ?? '');
  return key ? t(key) : '';
}

function addressOf({ kind, id, label }: Suggestion): string {
  if (id !== null) return kind === 'agent' ? `/agents/${id}` : `/records/${id}`;
  if (kind === 'place') return searchHref(null, { place: [label] });
  if (kind === 'subject') return searchHref(null, { subject: [label] });
  return searchHref(null, { q: kind === 'code' ? label : `"${label.replaceAll('"', ' ').slice(0, 900)}"` });
}
