import type { ContentTier } from './content-tier.ts';
import { metadataTiers, type MetadataTier } from './metadata-tier.ts';

/** The tiers of an object as one number, the least first: 0 has no EDM record at all. */
export const rankOf = (content: ContentTier, metadata: MetadataTier): number =>
  1 + content * metadataTiers.length + metadataTiers.indexOf(metadata);

/** What a rank is made of; null for 0, which is no EDM record. */
export function tiersOf(rank: number): { content: ContentTier; metadata: MetadataTier } | null {
  const content = contentTiers[Math.floor((rank - 1) / metadataTiers.length)];
  const metadata = metadataTiers[(rank - 1) % metadataTiers.length];
  return rank < 1 || content === undefined || metadata === undefined ? null : { content, metadata };
}

export const contentTiers = [0, 1, 2, 3, 4] as const satisfies readonly ContentTier[];

/** The ranks of what has these tiers; undefined: any. `none`: what has no EDM record. */
export function ranksOf(content: ContentTier | 'none' | undefined, metadata: MetadataTier | undefined): number[] {
  if (content === 'none') return metadata === undefined ? [0] : [];
  const ranks = contentTiers
    .filter((tier) => content === undefined || tier === content)
    .flatMap((tier) =>
      metadataTiers.filter((one) => metadata === undefined || one === metadata).map((one) => rankOf(tier, one)),
    );
  return content === undefined && metadata === undefined ? [0, ...ranks] : ranks;
}
