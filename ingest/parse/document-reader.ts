import type { Draft } from '#ingest/draft.ts';
import { mapAuthority } from './eac/authority.ts';
import { mapGuide } from './eag/guide.ts';
import { mapConservator } from './eag/scons.ts';
import { EadReader } from './ead/reader.ts';
import type { Envelope } from './envelope.ts';
import { TreeReader } from './tree-reader.ts';
import type { ElementHandler } from './xml/events.ts';

/** Takes one document of a known format from its root element on. */
export interface DocumentReader extends ElementHandler {
  readonly units: number;
  /** To be called after the root element has closed. */
  finish(): void;
}

export function documentReader(envelope: Envelope, emit: (draft: Draft) => void, maxUnitSize: number): DocumentReader {
  switch (envelope.format) {
    case 'ead2002':
    case 'ead3':
      return new EadReader(emit, envelope, maxUnitSize);
    case 'eac2010':
    case 'eac2':
      return new TreeReader(emit, (root) => mapAuthority(root, envelope), maxUnitSize);
    case 'eag2012':
      return new TreeReader(emit, (root) => mapGuide(root, envelope), maxUnitSize);
    case 'scons2':
      return new TreeReader(emit, (root) => mapConservator(root, envelope), maxUnitSize);
  }
}
