/** Authorization Flow 2.0 (https://iiif.io/api/auth/2.0/): what it says, without how it is found out. */
import type { Text } from '#lib/procedures/types/text.ts';

export const authContext = 'http://iiif.io/api/auth/2/context.json';
const both = ({ it, en }: Text) => ({ it: [it], en: [en] });

export interface AuthWords {
  label: Text;
  heading: Text;
  note: Text;
  confirm: Text;
  logout: Text;
  /** To who may not see it, signed in or not. */
  refused: Text;
  refusedNote: Text;
}

/** The services by which a viewer learns whether somebody sees an image, and lets them sign in (§4). */
export const authServices = (base: string, imageId: string, words: AuthWords): object[] => [
  {
    id: `${base}/iiif/auth/probe/${imageId}`,
    type: 'AuthProbeService2',
    errorHeading: both(words.refused),
    errorNote: both(words.refusedNote),
    service: [
      {
        id: `${base}/iiif/auth/access/${imageId}`,
        type: 'AuthAccessService2',
        profile: 'active',
        label: both(words.label),
        heading: both(words.heading),
        note: both(words.note),
        confirmLabel: both(words.confirm),
        service: [
          {
            id: `${base}/iiif/auth/token/${imageId}`,
            type: 'AuthAccessTokenService2',
            errorHeading: both(words.refused),
            errorNote: both(words.refusedNote),
          },
          { id: `${base}/iiif/auth/logout`, type: 'AuthLogoutService2', label: both(words.logout) },
        ],
      },
    ],
  },
];

/** What a probe answers (§7.2): the status that asking for the image would have, and what may be seen instead. */
export const probeResult = (
  status: 200 | 401,
  words: AuthWords,
  substitute: { id: string; width: number; height: number } | null,
): object => ({
  '@context': authContext,
  type: 'AuthProbeResult2',
  status,
  ...(status === 200 ? {} : { heading: both(words.refused), note: both(words.refusedNote) }),
  ...(status === 200 || !substitute ? {} : { substitute: { ...substitute, type: 'Image', format: 'image/jpeg' } }),
});

/** What a token service tells the page that asked (§6.3.1). */
export const tokenMessage = (accessToken: string, expiresIn: number, messageId: string): object => ({
  '@context': authContext,
  type: 'AuthAccessToken2',
  accessToken,
  expiresIn,
  messageId,
});

/** What it tells where it gives none (§6.3.2). */
export const tokenError = (
  profile: 'invalidRequest' | 'invalidOrigin' | 'missingAspect' | 'expiredAspect' | 'unavailable',
  messageId: string | null,
  words: AuthWords,
): object => ({
  '@context': authContext,
  type: 'AuthAccessTokenError2',
  profile,
  heading: both(words.refused),
  note: both(words.refusedNote),
  ...(messageId === null ? {} : { messageId }),
});

/** A name or an address and a port: URLs take further signs in hosts, which say something else in a content security policy (`*`, `;`, `,`). */
const originForm = /^https?:\/\/(?:[a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/;

/** The origin of a page, as it is written; null for what is none, and for pages without one. */
export function originOf(text: string | null): string | null {
  if (!text || !originForm.test(text) || !URL.canParse(text)) return null;
  const { origin } = new URL(text);
  return origin === text ? origin : null;
}
