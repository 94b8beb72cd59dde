import type { Draft, InstitutionDraft } from '#ingest/draft.ts';
import type { InstitutionDescription } from '#lib/records/institution.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { refused } from '#ingest/parse/tree-reader.ts';
import type { XmlElement } from '#ingest/parse/xml/element.ts';
import { serialise } from '#ingest/parse/xml/serialise.ts';

export function emptyInstitution(): InstitutionDescription {
  return {
    address: null,
    place: null,
    country: null,
    coordinates: null,
    telephone: [],
    email: [],
    website: [],
    openingHours: [],
    closing: [],
    accessConditions: [],
    services: [],
    history: [],
    holdings: [],
  };
}

/** The drafts of one institution's file, or its refusal when it has no code or no name. */
export function institutionDrafts(
  root: XmlElement,
  envelope: Envelope,
  institution: Omit<InstitutionDraft, 'kind' | 'line' | 'xpath'>,
): Draft[] {
  const { code, name } = institution;
  if (code === '' || name === '') {
    const message = `an institution with no ${name === '' ? 'name' : 'code'}`;
    return [
      refused(
        { code: 'no-identity', severity: 'severe', message, line: root.line, xpath: `/${root.name}` },
        serialise(root),
      ),
    ];
  }
  const source = {
    ...envelope,
    identifier: envelope.identifier ?? code,
    repositoryCode: code,
    repositoryName: name,
    title: name,
    language: null,
  };
  return [
    { kind: 'source', ...source, line: root.line },
    { kind: 'institution', ...institution, line: root.line, xpath: `/${root.name}` },
    { kind: 'sourceEnd', units: 0 },
  ];
}

/** Distinct texts that say something. */
export function telling(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '' && text !== '-');
}
