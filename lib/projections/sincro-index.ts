import { mediaTypeOf } from '#lib/records/media-type.ts';
import { toMarkup } from '#lib/records/markup-text.ts';

/**
 * Index of a package after SInCRO, UNI 11386:2020 (Linee guida AgID 2021, §4.2: PIndex).
 *
 * The schema is sold by UNI and was NOT read. Names and attributes were compared on 2026-11-26 with a system that writes such indices and is
 * public: Sacer of the ParER (RegioneER/parer-sacer, CreazioneIndiceAipFascicoliUtilV2, whose classes are made from PIndex.xsd). Verified so: the
 * namespace; PIndex with language, sincroVersion and uri; SelfDescription with ID (scheme), CreatingApplication (Name, Version, Producer), MoreInfo;
 * PVolume with ID, Label, Description, PVolumeGroup, MoreInfo (xmlSchema; EmbeddedMetadata holds elements of another schema); FileGroup with ID,
 * Label, Description, File (ID, Path, Hash with hashFunction; format, encoding, extension); Process with Submitter and Holder (agentType, holderRole,
 * AgentID, AgentName/FormalName, RelevantDocument), AuthorizedSigner, TimeReference/TimeInfo (attachedTimeStamp), LawsAndRegulations.
 * Not verified: the order where two are optional, and whether AuthorizedSigner is required; nobody signs here. A system that validates refuses
 * what differs, and its refusal is a task, not a loss.
 * The metadata of the fascicolo or of the register go into MoreInfo of the volume, as EmbeddedMetadata in a namespace of our own.
 */
export const sincroNamespace = 'http://www.uni.com/U3011/sincro-v2/';

export interface SincroFile {
  /** Its path in the package. */
  name: string;
  sha256: string;
  /** As the document's record says: `pdf`, `xml`. */
  format: string;
}

export interface SincroFacts {
  packageId: string;
  /** Instant, ISO: of the index, written once. */
  madeAt: string;
  /** Who delivers and whose documents they are. */
  submitter: { taxCode: string; name: string };
  /** What it is about, in words without names of persons. */
  description: string;
  files: readonly SincroFile[];
  /** By their names in Allegato 5, or in the register's law; null stays out. */
  metadata: readonly (readonly [name: string, value: string | null])[];
}

/** The index: the same facts give the same bytes. */
export function sincroIndex(facts: SincroFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<PIndex xmlns="${sincroNamespace}" language="it" sincroVersion="2.0" uri="${sincroNamespace}PIndex.xsd">
${tag(1, 'SelfDescription', [
  tag(2, 'ID', facts.packageId, { scheme: 'local' }),
  tag(2, 'CreatingApplication', [
    tag(3, 'Name', 'ELI4U'),
    tag(3, 'Version', writerVersion),
    tag(3, 'Producer', facts.submitter.name),
  ]),
])}
${tag(1, 'PVolume', [
  tag(2, 'ID', facts.packageId, { scheme: 'local' }),
  tag(2, 'Label', 'Pacchetto di versamento'),
  tag(2, 'Description', facts.description),
  tag(2, 'MoreInfo', [
    tag(3, 'EmbeddedMetadata', [
      tag(
        4,
        'Metadati',
        facts.metadata.flatMap(([name, value]) => (value === null ? [] : [tag(5, 'Metadato', value, { nome: name })])),
        { xmlns: metadataNamespace },
      ),
    ]),
  ]),
])}
${tag(1, 'FileGroup', [
  tag(2, 'ID', `${facts.packageId}-files`, { scheme: 'local' }),
  tag(2, 'Label', 'Documenti'),
  ...facts.files.map(fileXml),
])}
${tag(1, 'Process', [
  tag(2, 'Submitter', agent(facts), { agentType: 'legal person' }),
  tag(2, 'Holder', agent(facts), { agentType: 'legal person', holderRole: 'soggetto produttore' }),
  tag(2, 'TimeReference', [tag(3, 'TimeInfo', facts.madeAt, { attachedTimeStamp: 'false' })]),
  tag(2, 'LawsAndRegulations', 'D.Lgs. 82/2005 art. 44; DPR 445/2000; Linee guida AgID 2021'),
])}
</PIndex>
`;
}

/** Of the writing of indices, not of the program: a package that is sent again has the same bytes. */
const writerVersion = '2';

/** Of what stands in MoreInfo: ours, for SInCRO leaves it open. */
const metadataNamespace = 'urn:eli4u:metadati';

/** The body by its tax code, as qualified identifiers of legal persons are written (ETSI EN 319 412-1). */
const agent = ({ submitter }: SincroFacts): string[] => [
  tag(3, 'AgentID', `VATIT-${submitter.taxCode}`),
  tag(3, 'AgentName', [tag(4, 'FormalName', submitter.name)]),
];

const fileXml = ({ name, sha256, format }: SincroFile, i: number): string =>
  tag(
    2,
    'File',
    [
      tag(3, 'ID', `file-${i + 1}`, { scheme: 'local' }),
      tag(3, 'Path', name),
      tag(3, 'Hash', sha256, { hashFunction: 'SHA-256' }),
    ],
    { format: mediaTypeOf(format), encoding: 'binary', extension: format.toLowerCase() },
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
