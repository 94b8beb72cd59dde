import { z } from 'zod';
import type { ContentTier } from '#lib/records/edm/content-tier.ts';
import { contentTiers } from '#lib/records/edm/europeana-rank.ts';
import { metadataTiers, type MetadataTier } from '#lib/records/edm/metadata-tier.ts';
import { isIdentifier } from '#lib/records/identifier.ts';

/** Which digitised units are looked at; undefined: any. */
export interface EuropeanaQuery {
  fonds?: string | undefined;
  /** `none`: those of which no EDM record goes out. */
  content?: ContentTier | 'none' | undefined;
  metadata?: MetadataTier | undefined;
  /** The place after which a page begins. */
  after?: { rank: number; id: string } | undefined;
}

/** As addresses say it. A value that means nothing is as if it had not been given. */
const parametersSchema = z.object({
  fondo: z.string().refine(isIdentifier).optional().catch(undefined),
  contenuto: z
    .string()
    .transform((text) => (text === 'no' ? ('none' as const) : contentTiers.find((tier) => String(tier) === text)))
    .optional()
    .catch(undefined),
  metadati: z.enum(metadataTiers).optional().catch(undefined),
  dopo: z
    .string()
    .transform((text) => /^(\d{1,2})-(.+)$/.exec(text))
    .transform((found) => ({ rank: Number(found?.[1]), id: found?.[2] ?? '' }))
    .refine(({ id }) => isIdentifier(id))
    .optional()
    .catch(undefined),
});

/** Reads what is asked of the desk of Europeana. */
export function readEuropeanaQuery(asked: Readonly<Record<string, string | string[] | undefined>>): EuropeanaQuery {
  const { fondo, contenuto, metadati, dopo } = parametersSchema.parse(asked);
  return { fonds: fondo, content: contenuto, metadata: metadati, after: dopo };
}

/** The address of a page of the desk, which `readEuropeanaQuery` reads. */
export function europeanaAddress({ fonds, content, metadata, after }: EuropeanaQuery): string {
  const query = new URLSearchParams({
    ...(fonds === undefined ? {} : { fondo: fonds }),
    ...(content === undefined ? {} : { contenuto: content === 'none' ? 'no' : String(content) }),
    ...(metadata === undefined ? {} : { metadati: metadata }),
    ...(after === undefined ? {} : { dopo: `${after.rank}-${after.id}` }),
  });
  return `/archivio/europeana${query.size > 0 ? `?${query}` : ''}`;
}
