import type { IncomingMessage } from 'node:http';
import { languageCookie, chooseLanguage, type Language } from '#lib/i18n/language.ts';
import { imageAccess, imageAccessPages } from '#lib/i18n/image-access.ts';
import { cookieSeconds, readPass, tokenSeconds, writePass } from '#lib/iiif/auth/pass.ts';
import { originOf, probeResult, tokenError, tokenMessage } from '#lib/iiif/auth/auth-answers.ts';
import { reductionTo } from '#lib/iiif/image/reduced-limits.ts';
import { publicSight } from '#lib/access/images.ts';
import { cookieOf } from '#lib/http/forms/refuse-form.ts';
import { plainPage } from '#lib/http/plain-page.ts';
import { imageWithin } from '#lib/records/iiif-addresses.ts';
import { isIdentifier } from '#lib/records/identifier.ts';
import type { ServedImage } from '#lib/store/images/find-image.ts';
import type { ImageDoor } from './image-door.ts';
import { jsonAnswer, plainAnswer, preflight, type ImageAnswer } from './image-answer.ts';
import { consentHref, isConsented } from './image-consent.ts';
import { findViewer, imageCookie, nowSeconds, sightOf, viewerOf } from './image-viewer.ts';
import { messagePage } from './message-page.ts';

export const authPath = '/iiif/auth/';
const unknown = plainAnswer(404, 'no image has this address');

/** Answers IIIF Authorization Flow 2.0: whether somebody sees an image, signing in for viewers of other sites, their tokens, signing out. */
export async function answerImageAuth(door: ImageDoor, request: IncomingMessage): Promise<ImageAnswer> {
  if (request.method === 'OPTIONS') return preflight;
  const url = new URL(request.url ?? '/', 'http://site');
  const [service = '', id = '', ...more] = url.pathname.slice(authPath.length).split('/');
  if (service === 'logout' && id === '') return leave(door, languageOf(request, url));
  if (more.length > 0 || !isIdentifier(id)) return unknown;
  const image = await door.eyes.image(id);
  // Who may see what is hidden signs in on the site itself: nobody else is told that it is there.
  if (!image || image.pyramidKey === null || isUntold(image)) return unknown;
  if (service === 'probe') return probe(door, image, request);
  if (service === 'access') return access(door, image, request, url);
  return service === 'token' ? token(door, image, request, url) : unknown;
}

function isUntold(image: ServedImage): boolean {
  const sight = publicSight(image);
  return sight.kind === 'none' && !sight.exists;
}

const languageOf = (request: IncomingMessage, url: URL): Language =>
  chooseLanguage(
    url.searchParams.get('lang'),
    cookieOf(request, languageCookie),
    request.headers['accept-language'] ?? null,
  );

async function probe(
  { viewers, baseUrl }: ImageDoor,
  image: ServedImage,
  request: IncomingMessage,
): Promise<ImageAnswer> {
  const bearer = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  const pass = readPass(bearer, 'token', await viewers.authSecret(), nowSeconds());
  const viewer = pass?.record === image.recordId ? await viewerOf(viewers, pass.session) : null;
  const sight = await sightOf(viewers, image, viewer?.session ?? null);
  const isWhole = sight.kind === 'whole';
  return jsonAnswer(
    probeResult(
      isWhole ? 200 : 401,
      imageAccess,
      sight.kind === 'reduced' ? substitute(baseUrl, image, sight.side) : null,
    ),
  );
}

function substitute(base: string, image: ServedImage, side: number) {
  const reduction = reductionTo(image, side);
  const smaller = (pixels: number): number => Math.max(1, Math.round(pixels / reduction));
  return { id: imageWithin(base, image.id, side), width: smaller(image.width), height: smaller(image.height) };
}

/** Opened in a window of its own: signs in where nobody is, and gives the cookie that viewers of other sites send along. */
async function access(
  { viewers, baseUrl }: ImageDoor,
  image: ServedImage,
  request: IncomingMessage,
  url: URL,
): Promise<ImageAnswer> {
  const lang = languageOf(request, url);
  const asked = url.searchParams.get('origin');
  const origin = originOf(asked);
  if (asked !== null && origin === null) return plainAnswer(400, 'the origin is none');
  const viewer = await findViewer(viewers, request);
  if (!viewer) {
    const returnTo = url.pathname + url.search;
    const location = `${baseUrl}/accedi?${new URLSearchParams({ returnTo }).toString()}`;
    return { status: 303, headers: { location, 'cache-control': 'no-store', ...knownToOpener }, body: null };
  }
  const sight = await sightOf(viewers, image, viewer.session);
  if (sight.kind !== 'whole') return page(403, lang, imageAccess.refused[lang], imageAccess.refusedNote[lang]);
  const secret = await viewers.authSecret();
  const { given, givenText, asked: question, askedText, allow } = imageAccessPages;
  if (origin !== null && origin !== new URL(baseUrl).origin) {
    const answers = { cookie: cookieOf(request, imageCookie), consent: url.searchParams.get('consent') };
    const who = { session: viewer.id, origin };
    if (!isConsented(who, answers, secret, nowSeconds())) {
      const href = consentHref(url, who, secret, nowSeconds()).replaceAll('&', '&amp;');
      const door = `<p class="doors"><a href="${href}">${allow[lang]}</a></p>`;
      return page(200, lang, question[lang], askedText[lang].replace('{origin}', `<strong>${origin}</strong>`), door);
    }
  }
  const ends = nowSeconds() + cookieSeconds;
  const pass = writePass({ use: 'cookie', session: viewer.id, origin, record: null, ends }, secret);
  const shown = page(200, lang, given[lang], givenText[lang]);
  return { ...shown, headers: { ...shown.headers, 'set-cookie': cookie(baseUrl, pass, cookieSeconds) } };
}

/** Sent along to where viewers of other sites ask, which browsers allow over TLS only. */
const cookie = (base: string, value: string, seconds: number): string =>
  `${imageCookie}=${value}; Path=/iiif/; HttpOnly; Max-Age=${seconds}; ${base.startsWith('https:') ? 'SameSite=None; Secure' : 'SameSite=Lax'}`;

/** Loaded in a frame: tells the page that asked, and no other, by what it may ask whether the image is seen. */
async function token(
  { viewers, baseUrl }: ImageDoor,
  image: ServedImage,
  request: IncomingMessage,
  url: URL,
): Promise<ImageAnswer> {
  const messageId = url.searchParams.get('messageId');
  const origin = originOf(url.searchParams.get('origin'));
  if (origin === null) return plainAnswer(400, 'the origin of the page that asks is missing');
  const refuse = (why: Parameters<typeof tokenError>[0]) =>
    messagePage(tokenError(why, messageId, imageAccess), origin);
  if (!messageId || messageId.length > 200) return refuse('invalidRequest');
  const secret = await viewers.authSecret();
  const pass = readPass(cookieOf(request, imageCookie), 'cookie', secret, nowSeconds());
  if (!pass) return refuse(cookieOf(request, imageCookie) === undefined ? 'missingAspect' : 'expiredAspect');
  if (origin !== (pass.origin ?? new URL(baseUrl).origin)) return refuse('invalidOrigin');
  const viewer = await viewerOf(viewers, pass.session);
  if (!viewer) return refuse('expiredAspect');
  const sight = await sightOf(viewers, image, viewer.session);
  if (sight.kind !== 'whole') return refuse('missingAspect');
  const ends = nowSeconds() + tokenSeconds;
  const given = writePass({ use: 'token', session: viewer.id, origin, record: image.recordId, ends }, secret);
  return messagePage(tokenMessage(given, tokenSeconds, messageId), origin);
}

function leave({ baseUrl }: ImageDoor, lang: Language): ImageAnswer {
  const { over, overText, leave: door } = imageAccessPages;
  const shown = page(200, lang, over[lang], overText[lang], `<p class="doors"><a href="/esci">${door[lang]}</a></p>`);
  return { ...shown, headers: { ...shown.headers, 'set-cookie': cookie(baseUrl, '', 0) } };
}

/** The viewer that opened the window waits until it is closed. */
const knownToOpener = { 'cross-origin-opener-policy': 'unsafe-none' };

const page = (status: number, lang: Language, title: string, text: string, doors = ''): ImageAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...knownToOpener,
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'`,
  },
  body: plainPage({ lang, title, claim: imageAccessPages.claim[lang], main: `<p>${text}</p>\n${doors}` }),
});
