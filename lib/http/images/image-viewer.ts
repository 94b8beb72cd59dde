import type { IncomingMessage } from 'node:http';
import { imageSight, mayBeMore, publicSight, type ImageFacts, type ImageSight } from '#lib/access/images.ts';
import type { Session } from '#lib/access/session.ts';
import { sessionCookie } from '#lib/auth/cookie-name.ts';
import { findCarried, knownAs, type SessionParts } from '#lib/auth/find-session.ts';
import type { Composition } from '#lib/composition.ts';
import { cookieOf } from '#lib/http/forms/refuse-form.ts';
import { noteLookAtDocument } from '#lib/http/note-look.ts';
import { readPass } from '#lib/iiif/auth/pass.ts';
import { checksOf } from '#lib/store/identity/identity-checks.ts';
import type { ServedImage } from '#lib/store/images/find-image.ts';
import { audit } from '#lib/store/keeping/audit.ts';
import { permitsFor } from '#lib/store/reading-permits/list-permits.ts';
import { findSignedIn } from '#lib/store/sessions/find-signed-in.ts';

export type ViewerParts = SessionParts &
  Pick<Composition, 'pool' | 'now' | 'organisation'> & {
    looks: Pick<Composition['looks'], 'note'>;
    procedures: Pick<Composition['procedures'], 'findHandled'>;
  };

/** The cookie that viewers of other sites send along: that of the session stays with our pages. */
export const imageCookie = 'eli4u-images';

/** Who asks, and in which session. */
export interface Viewer {
  session: Session;
  id: string;
}

/** By the cookie of the session, or by that of images; null for everybody else. */
export async function findViewer(parts: ViewerParts, request: IncomingMessage): Promise<Viewer | null> {
  if (parts.signIn.kind === 'none' || !request.headers.cookie) return null;
  if (cookieOf(request, sessionCookie(parts.baseUrl)) !== undefined) {
    const carried = await findCarried(parts, (name) => cookieOf(request, name));
    if (carried?.session) return { session: carried.session, id: carried.token.key.id };
  }
  const pass = readPass(cookieOf(request, imageCookie), 'cookie', await parts.authSecret(), seconds());
  return pass && viewerOf(parts, pass.session);
}

/** Who is signed in in a session, as long as it is open. */
export async function viewerOf(parts: ViewerParts, id: string): Promise<Viewer | null> {
  const found = await findSignedIn(parts.pool, id, new Date());
  const session = found && (await parts.staff.findSession(found, parts.today()));
  return session ? { session: knownAs(session, found.knownBy), id } : null;
}

const seconds = (): number => Math.floor(Date.now() / 1000);
export { seconds as nowSeconds };

/** What of an image somebody sees; null: somebody whom nobody knows. */
export async function sightOf(
  parts: Pick<ViewerParts, 'pool' | 'today'>,
  image: ImageFacts & { recordId: string },
  session: Session | null,
): Promise<ImageSight> {
  if (!session || !mayBeMore(image)) return publicSight(image);
  const today = parts.today();
  if (session.kind === 'staff') return imageSight(session, image, [], [], today);
  const [permits, checks] = await Promise.all([
    permitsFor(parts.pool, image.recordId, session.agent),
    checksOf(parts.pool, session.agent, { kind: 'citizen', id: session.agent }),
  ]);
  return imageSight(session, image, permits, checks, today);
}

/** Writes down who sees an image that is not for everybody, or reads what is written on it: what could not be written down is not shown. */
export async function noteSeen(
  parts: ViewerParts,
  image: Pick<ServedImage, 'id' | 'recordId'>,
  { session }: Pick<Viewer, 'session'>,
): Promise<void> {
  if (session.kind === 'staff') return noteLookAtDocument(session, image.recordId, parts);
  const reader = { by: `citizen:${session.agent}`, now: parts.now(), today: parts.today() };
  await audit(parts.pool, reader, 'reading.opened', image.id, { record: image.recordId });
}
