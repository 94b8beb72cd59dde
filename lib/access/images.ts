import type { Day } from '#lib/procedures/day.ts';
import type { Visibility } from '#lib/records/phase.ts';
import type { IdentityCheck } from './identity.ts';
import { mayKeepArchive } from './keeping.ts';
import { mayReadByPermit, type PermitFacts } from './reading-permits.ts';
import type { Session } from './session.ts';

/** The record of an image, as far as it decides who sees it. */
export interface ImageFacts {
  visibility: Visibility;
  internal: boolean;
  /** Pixels a side up to which everybody sees images of what may not be read yet; null: none (the institution's to say). */
  reservedSide: number | null;
}

/**
 * What of a record's images somebody sees. `reserved`: more of it is for others, and nobody but who asked may keep the answer.
 * `none` with `exists` false is as if there were nothing.
 */
export type ImageSight =
  { kind: 'whole'; reserved: boolean } | { kind: 'reduced'; side: number } | { kind: 'none'; exists: boolean };

/** What everybody sees of a record's images: looks at nothing but the record. */
export function publicSight({ visibility, internal, reservedSide }: ImageFacts): ImageSight {
  if (internal || visibility === 'hidden') return { kind: 'none', exists: false };
  if (visibility === 'open') return { kind: 'whole', reserved: false };
  return reservedSide === null ? { kind: 'none', exists: true } : { kind: 'reduced', side: reservedSide };
}

/** Whether who is signed in may see more than everybody: whether it is worth asking for their permits. */
export const mayBeMore = ({ visibility, internal }: ImageFacts): boolean => !internal && visibility !== 'open';

/**
 * What of a record's images somebody sees: all of them what is open; who keeps the archive, and who has a permit that is in force, also what is
 * not (D.Lgs. 42/2004 arts. 122–124). Internal ones are never shown as images: the office reads the documents themselves.
 * @param permits those for this record
 * @param checks what the office saw of who they are
 */
export function imageSight(
  session: Session | null,
  facts: ImageFacts,
  permits: readonly PermitFacts[],
  checks: readonly Pick<IdentityCheck, 'checkedOn'>[],
  today: Day,
): ImageSight {
  const seenByAll = publicSight(facts);
  if (session === null || !mayBeMore(facts)) return seenByAll;
  if (mayKeepArchive(session).allowed) return { kind: 'whole', reserved: true };
  return mayReadByPermit(session, permits, checks, today).allowed ? { kind: 'whole', reserved: true } : seenByAll;
}
