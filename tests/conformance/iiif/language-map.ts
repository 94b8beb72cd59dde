import { z } from 'zod';

/** BCP 47, or `none`; a value is a list (Presentation 3 §4.2). */
export const languageMap = z
  .record(
    z.string().regex(/^(none|[a-z]{2,3}(-[A-Za-z0-9]{1,8})*)$/),
    z.array(z.string().refine((text) => text.isWellFormed(), 'half a character')).min(1),
  )
  .refine((map) => Object.keys(map).length > 0, 'no language');

/** A text that begins as a mark and ends as one is read as HTML (§4.4): of an archive's own words none may be. */
export const plainTexts = languageMap.refine(
  (map) => Object.values(map).every((texts) => texts.every((text) => !/^<[^]*>$/.test(text))),
  'would be read as HTML',
);

export const labelAndValue = z.strictObject({ label: plainTexts, value: plainTexts });

/** Ids are addresses of the web. */
export const address = z.url({ protocol: /^https?$/ });
