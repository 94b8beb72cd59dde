import { webAddressOf } from '#lib/records/web-address.ts';
import { iiifWords } from '#lib/records/iiif-words.ts';
import type { RecordView } from '#lib/records/public-views.ts';

/** Who holds the documents. */
export function providerOf({ id, name, description }: RecordView['institution'], base: string): object {
  const own = description.website.flatMap((address) => webAddressOf(address) ?? [])[0];
  return {
    id: `${base}/id/${id}`,
    type: 'Agent',
    label: { it: [name] },
    homepage: [
      own === undefined
        ? { id: `${base}/institutions/${id}`, type: 'Text', format: 'text/html', label: iiifWords.recordPage }
        : { id: own, type: 'Text', format: 'text/html', label: { it: [name] } },
    ],
  };
}
