import { toMarkup } from '#lib/records/markup-text.ts';

/**
 * Index of a package after SInCRO, UNI 11386:2020 (Linee guida AgID 2021, §4.2: PIndex).
 *
 * The schema is sold by UNI and was NOT read, and no public example of the edition of 2020 was at hand. What is written here is common
 * knowledge of the standard, unverified: the root PIndex with SelfDescription (ID, CreatingApplication), PVolume, FileGroup with File (ID, Path,
 * Hash) and Process (Submitter, TimeReference, LawsAndRegulations). Spelling, order and the namespace are to be compared with the schema before
 * a contract with a preservation system; a system that validates will refuse what differs and its refusal is a task, not a loss.
 * The metadata of the fascicolo or of the register go into MoreInfo, as EmbeddedMetadata.
 */
export const sincroNamespace = 'http://www.uni.com/U3011/sincro-v2/';

export interface SincroFile {
  /** Its path in the package. */
  name: string;
  sha256: string;
  bytes: number;
  /** As the document's record says: `pdf`, `xml`. */
  format: string;
}

export interface SincroFacts {
  packageId: string;
  /** Instant, ISO: of the index, written once. */
  madeAt: string;
  /** Who delivers: IPA code and name. */
  submitter: { code: string; name: string };
  /** What it is about, in words without names of persons. */
  description: string;
  files: readonly SincroFile[];
  /** By their names in Allegato 5, or in the register's law; null stays out. */
  metadata: readonly (readonly [name: string, value: string | null])[];
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  txt: 'text/plain',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  tiff: 'image/tiff',
  p7m: 'application/pkcs7-mime',
  eml: 'message/rfc822',
};

/** The index: the same facts give the same bytes. */
export function sincroIndex(facts: SincroFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<PIndex xmlns="${sincroNamespace}" version="2.0" language="it">
${tag(1, 'SelfDescription', [
  tag(2, 'ID', facts.packageId, { scheme: 'local' }),
  tag(2, 'CreatingApplication', [tag(3, 'Name', 'ELI4U'), tag(3, 'Producer', facts.submitter.name)]),
])}
${tag(1, 'PVolume', [
  tag(2, 'ID', facts.packageId, { scheme: 'local' }),
  tag(2, 'Description', facts.description),
  tag(2, 'MoreInfo', [
    tag(
      3,
      'EmbeddedMetadata',
      facts.metadata.flatMap(([name, value]) => (value === null ? [] : [tag(4, 'Metadata', value, { name })])),
    ),
  ]),
])}
${tag(1, 'FileGroup', [tag(2, 'ID', `${facts.packageId}-files`, { scheme: 'local' }), ...facts.files.map(fileXml)])}
${tag(1, 'Process', [
  tag(2, 'Submitter', [
    tag(3, 'AgentID', facts.submitter.code, { scheme: 'CodiceIPA' }),
    tag(3, 'AgentName', [tag(4, 'FormalName', facts.submitter.name)]),
  ]),
  tag(2, 'TimeReference', [tag(3, 'TimeInfo', facts.madeAt)]),
  tag(2, 'LawsAndRegulations', 'D.Lgs. 82/2005 art. 44; DPR 445/2000; Linee guida AgID 2021'),
])}
</PIndex>
`;
}

const fileXml = ({ name, sha256, bytes, format }: SincroFile, i: number): string =>
  tag(
    2,
    'File',
    [
      tag(3, 'ID', `file-${i + 1}`, { scheme: 'local' }),
      tag(3, 'Path', name),
      tag(3, 'Hash', sha256, { hashFunction: 'SHA-256' }),
      tag(3, 'MoreInfo', [tag(4, 'EmbeddedMetadata', [tag(5, 'Metadata', String(bytes), { name: 'Dimensione' })])]),
    ],
    { format: mediaTypes[format.toLowerCase()] ?? 'application/octet-stream' },
  );

function tag(
  depth: number,
  name: string,
  content: string | readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const indent = '  '.repeat(depth);
  const said = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${toMarkup(value)}"`)
    .join('');
  if (typeof content === 'string') return `${indent}<${name}${said}>${toMarkup(content)}</${name}>`;
  if (content.length === 0) return `${indent}<${name}${said}/>`;
  return `${indent}<${name}${said}>\n${content.join('\n')}\n${indent}</${name}>`;
}
