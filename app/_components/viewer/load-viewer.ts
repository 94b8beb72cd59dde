import { composition } from '#lib/composition.ts';
import type { Language } from '#lib/i18n/language.ts';
import { rightsInWords } from '#lib/i18n/rights-words.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { citationStyles, type CitationFacts, type CitationStyle } from '#lib/projections/citation.ts';
import { manifestOf } from '#lib/records/iiif-addresses.ts';
import type { PageImage } from '#lib/records/images.ts';
import { plainText, type PageBox, type PageLine } from '#lib/records/page-text.ts';
import { findPageText } from '#lib/store/images/find-page-text.ts';
import { countPages, findPages } from '#lib/store/images/find-pages.ts';
import { markPage } from '#lib/store/images/mark-page.ts';
import type { RecordView } from '#lib/store/reading/reading-store.ts';
import {
  askedPage,
  labelPlace,
  numberPlace,
  stripAround,
  type PageParameter,
  type PageRights,
  type Sight,
  type ViewedPage,
  type ViewedText,
} from './viewer-model.ts';
import type { Taken } from './take-page.tsx';
import type { ViewerProps } from './viewer.tsx';
import { viewerWords } from './viewer-words.ts';

type Asked = string | string[] | undefined;

/** What a viewer of a unit shows; null where the unit has no images, or none that are shown. */
export async function loadViewer(
  record: RecordView,
  sight: Sight,
  at: {
    page: Asked;
    query: string | null;
    address: string;
    parameter: PageParameter;
    taken: Taken | null;
    /** Told of the page whose text is shown, before it is. */
    onText?: (imageId: string) => Promise<void>;
  },
  t: Translate,
  lang: Language,
): Promise<ViewerProps | null> {
  const { pool } = composition();
  const counted = await countPages(pool, record.id);
  if (!counted) return null;
  const { total } = counted;
  const n = askedPage(at.page, total);
  const { from, to } = stripAround(n, total);
  const strip = (await findPages(pool, record.id, from, to)).map((image) => viewed(image, t, lang));
  const page = strip.find((one) => one.n === n);
  if (!page) return null;
  // How large others give out an image is not ours to say.
  if (sight.kind === 'small' && strip.some(({ place }) => place.kind !== 'held')) return null;
  const text = page.hasText && sight.kind === 'whole' ? await loadText(record.id, page.id, at.query) : null;
  if (text) await at.onText?.(page.id);
  return {
    recordId: record.id,
    title: record.title,
    total,
    page,
    strip,
    text,
    query: at.query,
    sight,
    address: at.address,
    parameter: at.parameter,
    taken: sight.kind === 'whole' ? at.taken : null,
    rights: rightsOf(counted.rightsUri ?? record.rightsUri, t, lang),
    requiredStatement: counted.requiredStatement,
    words: viewerWords(t),
  };
}

export const viewed = (image: PageImage, t: Translate, lang: Language): ViewedPage => ({
  n: image.page,
  id: image.id,
  label: image.label,
  width: image.width,
  height: image.height,
  place: image.place,
  hasText: image.hasText,
  rights: rightsOf(image.rightsUri, t, lang),
});

const rightsOf = (uri: string | null, t: Translate, lang: Language): PageRights | null =>
  uri === null ? null : { uri, text: rightsInWords(uri, t, lang) };

/** What is written on a page, with the words marked that were looked for. */
export async function loadText(recordId: string, imageId: string, words: string | null): Promise<ViewedText | null> {
  const { pool } = composition();
  const text = await findPageText(pool, recordId, imageId);
  if (!text) return null;
  const marks = words === null ? [] : await markPage(pool, text.lines, words);
  return {
    lines: text.lines.map((line) => ({ text: plainText([line]), found: marks.some((mark) => isOn(line, mark)) })),
    marks,
    recognised: text.origin === 'recognised',
    language: text.language,
  };
}

/** Whether the middle of a mark lies on a line. */
function isOn(line: PageLine, mark: PageBox): boolean {
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  return x >= line.x && x <= line.x + line.width && y >= line.y && y <= line.y + line.height;
}

/** What may be taken of the pages of an open unit. */
export function takenOf(
  record: RecordView,
  cite: (facts: Pick<CitationFacts, 'permalink' | 'part'>) => Record<CitationStyle, string>,
  t: Translate,
): Taken {
  const { baseUrl } = composition();
  const address = `${baseUrl}/records/${record.id}?pagina=${numberPlace}`;
  const citations = cite({ permalink: address, part: labelPlace });
  return {
    address,
    citations: citationStyles.map((style) => ({ style: t(`citation.${style}`), text: citations[style] })),
    fileStart: record.referenceCode ?? record.title,
    manifest: manifestOf(baseUrl, record.id),
    compare: `/confronta?sinistra=${record.id}:${numberPlace}`,
  };
}
