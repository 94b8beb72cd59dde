import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { mayBeMore, publicSight, type ImageSight } from '#lib/access/images.ts';
import { findImage, type ServedImage } from '#lib/store/images/find-image.ts';
import { findViewer, noteSeen, sightOf, type ViewerParts } from './image-viewer.ts';
import { createKeptBriefly } from './kept-briefly.ts';

/** Finds images and what of them somebody sees, anew each second: a page asks for its tiles by the dozen. */
export interface ImageEyes {
  image(id: string): Promise<ServedImage | null>;
  sight(image: ServedImage, request: IncomingMessage): Promise<ImageSight>;
}

/** Milliseconds that what was decided is remembered. */
const decided = 1000;
/** Milliseconds in which the same person seeing the same image again is the same look. */
const sameLook = 15 * 60_000;

export function createImageEyes(parts: ViewerParts): ImageEyes {
  const images = createKeptBriefly<ServedImage | null>(decided);
  const sights = createKeptBriefly<ImageSight>(decided);
  const noted = createKeptBriefly<void>(sameLook);
  const decide = async (image: ServedImage, request: IncomingMessage): Promise<ImageSight> => {
    const viewer = await findViewer(parts, request);
    const sight = await sightOf(parts, image, viewer?.session ?? null);
    if (viewer && sight.kind === 'whole') await noted(`${viewer.id} ${image.id}`, () => noteSeen(parts, image, viewer));
    return sight;
  };
  return {
    image: (id) => images(id, () => findImage(parts.pool, id)),
    sight: (image, request) => {
      const { cookie } = request.headers;
      if (cookie === undefined || !mayBeMore(image)) return Promise.resolve(publicSight(image));
      const key = `${image.id} ${image.visibility} ${createHash('sha256').update(cookie).digest('base64')}`;
      return sights(key, () => decide(image, request));
    },
  };
}
