import type { EuropeanaRights } from '#lib/records/rights-statements.ts';
import type { MediaKind } from '#lib/records/digital-media.ts';

/** Properties of the provided object, by EDM's qualified names. */
export type EdmPropertyName =
  | 'dc:creator'
  | 'dc:contributor'
  | 'dc:date'
  | 'dc:description'
  | 'dc:identifier'
  | 'dc:language'
  | 'dc:rights'
  | 'dc:subject'
  | 'dc:title'
  | 'dc:type'
  | 'dcterms:alternative'
  | 'dcterms:created'
  | 'dcterms:extent'
  | 'dcterms:isPartOf'
  | 'dcterms:medium'
  | 'dcterms:provenance'
  | 'dcterms:references'
  | 'dcterms:spatial'
  | 'dcterms:temporal'
  | 'edm:currentLocation'
  | 'edm:isRelatedTo';

/** A value in words, with its language where it has one; or the address of a thing. */
export type EdmValue = { text: string; lang: string | null } | { resource: string };

export interface EdmProperty {
  name: EdmPropertyName;
  value: EdmValue;
}

interface Named {
  about: string;
  label: string;
  lang: string | null;
}

/** What the object is about or comes from, described beside it. */
export type EdmContext =
  | (Named & { class: 'edm:Agent' })
  | (Named & { class: 'edm:Place'; coordinates: { latitude: number; longitude: number } | null })
  | (Named & { class: 'edm:TimeSpan'; begin: string; end: string })
  | (Named & { class: 'skos:Concept'; scheme: string | null; note: string | null });

/** A digital reproduction at its address. */
export interface EdmWebResource {
  /** In the image, where its size is known. */
  pixels?: number | null;
  /** Of an image that we hold: its service, and the manifest that shows it. */
  iiif?: { service: string; manifest: string } | null;
  about: string;
  label: string | null;
  mediaType: string | null;
  /** Null: no media that can be loaded, but a page that shows it. */
  kind: MediaKind | null;
  rights: EuropeanaRights | null;
}

/** What Europeana's data model says of one archival unit (EDM, mapping guidelines 2.4), before it is written or weighed. */
export interface EdmObject {
  about: string;
  landingPage: string;
  type: 'TEXT' | 'IMAGE' | 'SOUND' | 'VIDEO';
  properties: EdmProperty[];
  contexts: EdmContext[];
  webResources: EdmWebResource[];
  /** Of the aggregation: of the first reproduction that has rights which Europeana takes; null where none has, and no record goes out. */
  rights: EuropeanaRights | null;
  dataProvider: { name: string; lang: string | null };
}
