import { leaf, wrap } from './xml-writing.ts';

/** What is told of an image file. */
export interface TechnicalFacts {
  /** What the file is called, and by what kind of name. */
  identifier: { type: 'URI' | 'local'; value: string };
  mediaType: string | null;
  width: number;
  height: number;
  /** Length of the file. */
  bytes?: number;
  /** Pixels to the inch of the sheet; left out where nobody knows. */
  dpi?: number;
}

export const mixNamespace = { 'xmlns:mix': 'http://www.loc.gov/mix/v20' } as const;

/**
 * The technical metadata of an image (MIX 2.0, NISO Z39.87): its pixels, and what else is known of its file. The prefix `mix` stands for
 * `mixNamespace`, which whoever puts this into a document declares.
 */
export const toMix = ({ identifier, mediaType, width, height, bytes, dpi }: TechnicalFacts): string =>
  wrap(
    'mix:mix',
    {},
    wrap(
      'mix:BasicDigitalObjectInformation',
      {},
      wrap(
        'mix:ObjectIdentifier',
        {},
        leaf('mix:objectIdentifierType', identifier.type),
        leaf('mix:objectIdentifierValue', identifier.value),
      ),
      leaf('mix:fileSize', bytes?.toString()),
      mediaType === null ? '' : wrap('mix:FormatDesignation', {}, leaf('mix:formatName', mediaType)),
    ),
    wrap(
      'mix:BasicImageInformation',
      {},
      wrap(
        'mix:BasicImageCharacteristics',
        {},
        leaf('mix:imageWidth', width.toString()),
        leaf('mix:imageHeight', height.toString()),
      ),
    ),
    dpi === undefined ? '' : wrap('mix:ImageAssessmentMetadata', {}, resolution(dpi)),
  );

/** In inches (MIX: `in.`), the same in both directions. */
const resolution = (dpi: number): string =>
  wrap(
    'mix:SpatialMetrics',
    {},
    leaf('mix:samplingFrequencyUnit', 'in.'),
    ...['mix:xSamplingFrequency', 'mix:ySamplingFrequency'].map((name) =>
      wrap(name, {}, leaf('mix:numerator', dpi.toString()), leaf('mix:denominator', '1')),
    ),
  );
