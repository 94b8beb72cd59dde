import type { DigitalObjectDraft } from '#ingest/draft.ts';
import { attribute, elements, first, textOf, type XmlElement } from '#ingest/parse/xml/element.ts';
import { escapeHtml } from '#ingest/parse/xml/safe-html.ts';
import { addNote, type UnitParts } from './unit-parts.ts';

/** `dao`, `daogrp` and `daoset`: what stands on the net or on a disk, in the source's order. */
export function readDigitalObjects(element: XmlElement, parts: UnitParts, internal: boolean): void {
  const isOne = element.name === 'dao';
  const label = isOne ? null : describedBy(element);
  const members = isOne ? [element] : elements(element).filter(({ name }) => name === 'dao' || name === 'daoloc');
  for (const member of members)
    addObject(member, label, parts, internal || attribute(member, 'audience') === 'internal');
  // Where each has words of its own, those of the group are said once, of all.
  if (label !== null && members.every((member) => ownLabel(member) !== null))
    addNote(parts, 'note', {
      html: `<p>${escapeHtml(label)}</p>`,
      text: label,
      label: 'Oggetti digitali',
      ...(internal && { internal: true }),
    });
}

function addObject(element: XmlElement, groupLabel: string | null, parts: UnitParts, internal: boolean): void {
  const href = attribute(element, 'href', 'identifier', 'entityref');
  const label = ownLabel(element) ?? groupLabel;
  if (href === null || internal) {
    // A digital object that may not be shown, or that can't be reached: kept in words for archivists.
    const text = [label, href].filter(Boolean).join(' ');
    if (text !== '')
      addNote(parts, 'note', {
        html: `<p>${escapeHtml(text)}</p>`,
        text,
        label: 'Oggetto digitale',
        ...(internal && { internal: true }),
      });
    return;
  }
  const linkRole = attribute(element, 'linkrole');
  const mediaType = linkRole !== null && /^[a-z]+\/[\w.+-]+$/i.test(linkRole) ? linkRole.toLowerCase() : null;
  const object: DigitalObjectDraft = {
    href,
    label,
    role: attribute(element, 'role', 'localtype') ?? (mediaType === null ? linkRole : null) ?? daoType(element),
    ...(mediaType && { mediaType }),
  };
  parts.digitalObjects.push(object);
}

function ownLabel(element: XmlElement): string | null {
  return describedBy(element) ?? attribute(element, 'linktitle', 'title', 'label');
}

function daoType(element: XmlElement): string | null {
  const type = attribute(element, 'otherdaotype', 'daotype');
  return type === 'unknown' ? null : type;
}

function describedBy(element: XmlElement): string | null {
  return textOf(first(element, 'daodesc') ?? first(element, 'descriptivenote')) || null;
}
