import { canvasOf, pageTextOf } from '#lib/records/iiif-addresses.ts';
import { presentationContext } from '#lib/records/iiif-resources.ts';
import { iiifWords } from '#lib/records/iiif-words.ts';
import { languageTagOf } from '#lib/records/language-tag.ts';
import type { PageText } from '#lib/records/page-text.ts';

/** What is written on a page as annotations that supplement it, one a line, each with its place. */
export function toTextAnnotations(recordId: string, text: PageText, base: string): object {
  const id = pageTextOf(base, recordId, text.imageId);
  const canvas = canvasOf(base, recordId, text.imageId);
  const language = languageTagOf(text.language);
  return {
    '@context': presentationContext,
    id,
    type: 'AnnotationPage',
    label: iiifWords.pageText,
    items: text.lines.map(({ x, y, width, height, words }, at) => ({
      id: `${id}#${at + 1}`,
      type: 'Annotation',
      motivation: 'supplementing',
      body: {
        type: 'TextualBody',
        value: words.map((word) => word.text).join(' '),
        format: 'text/plain',
        ...(language === null ? {} : { language }),
      },
      target: `${canvas}#xywh=${[x, y, width, height].map(Math.round).join(',')}`,
    })),
  };
}
