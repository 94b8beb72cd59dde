import type { SourceDraft } from '#ingest/draft.ts';
import { attribute, elements, first, textOrNull, type XmlElement } from '#ingest/parse/xml/element.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { normaliseLanguage } from '#ingest/normalise/language.ts';
import { isInternal, withoutInternal } from '#ingest/parse/xml/internal.ts';
import { nameOf } from './names.ts';

/** The source as EAD's header (`eadheader` or `control`) and the repository of archdesc describe it. */
export function describeSource(ead: XmlElement, archdesc: XmlElement, envelope: Envelope): SourceDraft {
  const header = first(ead, 'control') ?? first(ead, 'eadheader');
  const eadid = first(header, 'eadid');
  const agency = first(header, 'maintenanceagency');
  // Whoever makes it internal hides no custodian: the source would become another one and leave what was public of it behind.
  const repository = first(archdesc, 'did', 'repository');
  const keeper =
    repository && (elements(repository).find(({ name }) => name === 'corpname' || name === 'name') ?? repository);
  return {
    kind: 'source',
    // EAD3 files without namespace are known by their `control`.
    format: envelope.format === 'ead2002' && header?.name === 'control' ? 'ead3' : envelope.format,
    repositoryCode:
      attribute(keeper, 'identifier', 'authfilenumber') ??
      attribute(repository, 'identifier') ??
      attribute(eadid, 'mainagencycode') ??
      textOrNull(first(agency, 'agencycode')),
    repositoryName: (keeper && nameOf(keeper)) || textOrNull(first(agency, 'agencyname')),
    identifier:
      envelope.identifier ??
      textOrNull(first(header, 'recordid')) ??
      textOrNull(eadid) ??
      attribute(eadid, 'identifier'),
    action: envelope.action,
    cascade: envelope.cascade,
    lastUpdate: envelope.lastUpdate,
    system: systemOf(header, archdesc) ?? envelope.system,
    title: textOrNull(titleOf(first(shownHeader(header), 'filedesc', 'titlestmt'))),
    language: languageOf(header),
    line: archdesc.line,
  };
}

/** A header that is internal, as many are that repeat the title page, gives its identifiers only. */
function shownHeader(header: XmlElement | undefined): XmlElement | undefined {
  return header && !isInternal(header) ? withoutInternal(header).shown : undefined;
}

/** ICAR: the acronym of the system whose ids these are. */
function systemOf(header: XmlElement | undefined, archdesc: XmlElement): string | null {
  for (const control of header ? elements(header, 'localcontrol') : []) {
    if (attribute(control, 'localtype') === 'AcronimoDiSistema') return textOrNull(control);
  }
  const did = first(archdesc, 'did');
  for (const unitid of did ? elements(did, 'unitid') : []) {
    if (attribute(unitid, 'identifier') && attribute(unitid, 'label') && !attribute(unitid, 'localtype'))
      return attribute(unitid, 'label');
  }
  return null;
}

function titleOf(statement: XmlElement | undefined): XmlElement | undefined {
  const titles = statement ? elements(statement, 'titleproper') : [];
  const preferred = titles.find((title) => /normalizzato|denominazione/i.test(attribute(title, 'localtype') ?? ''));
  // A title for filing only ("Papers, Cage (John)") stands beside the one to read.
  return preferred ?? titles.find((title) => attribute(title, 'type') !== 'filing') ?? titles[0];
}

function languageOf(header: XmlElement | undefined): string | null {
  const language =
    first(header, 'languagedeclaration', 'language') ??
    first(header, 'profiledesc', 'langusage', 'language') ??
    first(header, 'profiledesc', 'langusage');
  return normaliseLanguage(attribute(language, 'langcode', 'lang'));
}
