import type { AgentKind, AgentRole } from '#lib/records/agent.ts';
import type { RecordDates } from '#lib/records/dates.ts';
import { undated } from '#lib/records/dates.ts';
import type { AccessPoint, Description, IsadElement, Note } from '#lib/records/description.ts';
import type { Level } from '#lib/records/level.ts';
import type { AgentMention, DigitalObjectDraft, RecordMention } from '#ingest/draft.ts';
import { attribute, childOf, childrenOf, descendants, isElement, textOf, type Element } from '../element.ts';
import { isBlank, safeHtml } from '../safe-html.ts';
import { normaliseDates } from '#ingest/normalise/date-span.ts';

export interface UnitContent {
  componentId: string | null;
  level: Level | null;
  levelLabel: string | null;
  unitType: string | null;
  referenceCode: string | null;
  formerCodes: string[];
  title: string | null;
  titleLang: string | null;
  dates: RecordDates;
  description: Description;
  agents: AgentMention[];
  records: RecordMention[];
  digitalObjects: DigitalObjectDraft[];
  closed: { until: string | null } | null;
  hidden: boolean;
  repository: { name: string | null; code: string | null };
  problems: { code: string; message: string; found?: string }[];
}

const elementOf: Record<string, IsadElement> = {
  bioghist: 'administrativeHistory',
  custodhist: 'archivalHistory',
  acqinfo: 'immediateSource',
  scopecontent: 'scopeAndContent',
  appraisal: 'appraisal',
  accruals: 'accruals',
  arrangement: 'arrangement',
  fileplan: 'filePlan',
  accessrestrict: 'conditionsOfAccess',
  userestrict: 'conditionsOfReproduction',
  legalstatus: 'legalStatus',
  phystech: 'physicalCharacteristics',
  otherfindaid: 'findingAids',
  prefercite: 'preferredCitation',
  originalsloc: 'locationOfOriginals',
  altformavail: 'locationOfCopies',
  relatedmaterial: 'relatedUnits',
  separatedmaterial: 'separatedMaterial',
  bibliography: 'publicationNote',
  odd: 'note',
  note: 'note',
  index: 'index',
  processinfo: 'archivistsNote',
};

const wrappers = new Set(['descgrp', 'admininfo', 'add', 'descrules']);
const accessKinds: Record<string, AccessPoint['kind']> = {
  subject: 'subject',
  geogname: 'place',
  persname: 'person',
  famname: 'family',
  corpname: 'corporateBody',
  name: 'name',
  genreform: 'genre',
  function: 'function',
  occupation: 'occupation',
  title: 'title',
};
const agentKinds: Record<string, AgentKind> = {
  persname: 'person',
  famname: 'family',
  corpname: 'corporateBody',
  name: 'unknown',
};

const levels: Record<string, Level> = {
  fonds: 'fonds',
  fondo: 'fonds',
  collection: 'fonds',
  recordgrp: 'fonds',
  superfonds: 'fonds',
  superfondo: 'fonds',
  'complesso di fondi': 'fonds',
  class: 'series',
  subfonds: 'subfonds',
  subfondo: 'subfonds',
  'sub-fondo': 'subfonds',
  subgrp: 'subfonds',
  sezione: 'subfonds',
  series: 'series',
  serie: 'series',
  subseries: 'subseries',
  sottoserie: 'subseries',
  sottosottoserie: 'subseries',
  file: 'file',
  fascicolo: 'file',
  sottofascicolo: 'file',
  unita: 'file',
  unità: 'file',
  'unità archivistica': 'file',
  'unita archivistica': 'file',
  sottounità: 'file',
  item: 'item',
  documento: 'item',
  'unità documentaria': 'item',
  'unita documentaria': 'item',
  subitem: 'item',
};

/** All a unit says of itself, read from its element; dsc and child components are not in it. */
export function readUnit(unit: Element, isRoot: boolean): UnitContent {
  const did = childOf(unit, 'did') ?? { name: 'did', attributes: {}, children: [], line: unit.line };
  const content: UnitContent = {
    componentId: attribute(unit, 'id'),
    ...readLevel(unit),
    unitType: null,
    referenceCode: null,
    formerCodes: [],
    title: null,
    titleLang: null,
    dates: undated,
    description: {
      elements: {},
      otherTitles: [],
      extents: [],
      containers: [],
      accessPoints: [],
      languages: [],
      identifiers: [],
    },
    agents: [],
    records: [],
    digitalObjects: [],
    closed: null,
    hidden: false,
    repository: { name: null, code: null },
    problems: [],
  };
  readUnitIds(did, content, isRoot);
  readTitles(did, content);
  readDates(did, content);
  readDid(did, content);
  readBody(unit, content);
  for (const dao of [...childrenOf(unit), ...childrenOf(did)]) readDigitalObjects(dao, content);
  return content;
}

function readLevel(unit: Element): { level: Level | null; levelLabel: string | null } {
  const word = attribute(unit, 'level');
  const other = attribute(unit, 'otherlevel');
  if (word === null) return { level: null, levelLabel: null };
  if (word !== 'otherlevel')
    return {
      level: levels[word.toLowerCase()] ?? 'other',
      levelLabel:
        levels[word.toLowerCase()] === undefined || ['collection', 'recordgrp', 'subgrp', 'class'].includes(word)
          ? word
          : null,
    };
  return { level: other ? (levels[other.toLowerCase()] ?? 'other') : 'other', levelLabel: other };
}

function readUnitIds(did: Element, content: UnitContent, isRoot: boolean): void {
  const plain: string[] = [];
  let signature: string | null = null;
  for (const unitid of childrenOf(did, 'unitid')) {
    const value = textOf(unitid);
    if (!value) continue;
    const label = attribute(unitid, 'localtype', 'type', 'label') ?? '';
    const words = [attribute(unitid, 'label'), attribute(unitid, 'localtype'), attribute(unitid, 'type')]
      .filter(Boolean)
      .join(' ');
    if (attribute(unitid, 'identifier') !== null) {
      content.componentId ??= value;
      content.description.identifiers.push({ value, label: attribute(unitid, 'label') ?? undefined });
    } else if (/segnaturaprecedente|precedente|former|superseded/i.test(words) && !/^IdPrecedente/i.test(label))
      content.formerCodes.push(value);
    else if (/segnatura|call ?number|reference/i.test(words)) signature ??= value;
    else if (/IdPrecedente|AltroId|NumeroSequenza|NumOrdinamento|handle|alternative|otherid/i.test(words))
      content.description.identifiers.push({ value, label });
    else if (/^(uri|url)$/i.test(label) || /^https?:/.test(value))
      content.description.identifiers.push({ value, label: label || undefined });
    else plain.push(value);
  }
  content.referenceCode = signature ?? plain.shift() ?? null;
  for (const value of plain) if (value !== content.referenceCode) content.description.identifiers.push({ value });
  if (isRoot && content.referenceCode === null)
    content.referenceCode = content.description.identifiers[0]?.value ?? null;
}

function readTitles(did: Element, content: UnitContent): void {
  const titles = childrenOf(did, 'unittitle')
    .map((element) => ({
      element,
      title: titleText(element),
      label: attribute(element, 'localtype', 'label', 'type') ?? undefined,
      lang: attribute(element, 'lang') ?? undefined,
    }))
    .filter((entry) => entry.title);
  const rank = (label: string | undefined) =>
    label === undefined ? 1 : /^(Denominazione|TitoloAttribuito|TitoloNormalizzato)$/i.test(label) ? 0 : 2;
  const ordered = [...titles].sort((a, b) => rank(a.label) - rank(b.label));
  const main = ordered[0];
  if (main) {
    content.title = main.title;
    content.titleLang = main.lang ?? null;
    if (descendants(main.element, 'emph').length > 0)
      content.description.titleHtml = safeHtml(withoutDates(main.element));
  }
  for (const other of titles)
    if (other !== main)
      content.description.otherTitles.push({ title: other.title, label: other.label, lang: other.lang });
}

function withoutDates(element: Element): Element {
  return { ...element, children: element.children.filter((node) => !isElement(node) || node.name !== 'unitdate') };
}

function titleText(element: Element): string {
  const bare = textOf(withoutDates(element)).replace(/[\s,;:]+$/, '');
  return bare || textOf(element);
}

function readDates(did: Element, content: UnitContent): void {
  const found: { dates: RecordDates; bulk: boolean }[] = [];
  const note = (problem: string | null, what: string | null) => {
    if (problem) content.problems.push({ code: 'date', message: problem, found: what ?? undefined });
  };
  for (const unitdate of [
    ...childrenOf(did, 'unitdate'),
    ...childrenOf(did, 'unittitle').flatMap((title) => descendants(title, 'unitdate')),
  ]) {
    const display = textOf(unitdate) || null;
    const normal = attribute(unitdate, 'normal');
    if (!display && !normal) continue;
    const { dates, problem } = normaliseDates(display, normal);
    note(problem, normal);
    found.push({ dates, bulk: attribute(unitdate, 'type', 'unitdatetype') === 'bulk' });
  }
  for (const structured of childrenOf(did, 'unitdatestructured')) {
    const { dates, problem } = readStructured(structured);
    note(problem, dates.display);
    if (dates.display || dates.start) found.push({ dates, bulk: attribute(structured, 'unitdatetype') === 'bulk' });
  }
  const [only] = found;
  if (!only) return;
  const spans = found.filter((entry) => !entry.bulk && entry.dates.start && entry.dates.end);
  const starts = spans.map((entry) => entry.dates.start as string).sort();
  const ends = spans.map((entry) => entry.dates.end as string).sort();
  content.dates = {
    display:
      found
        .map((entry) => entry.dates.display)
        .filter(Boolean)
        .join('; ') || null,
    start: starts[0] ?? only.dates.start,
    end: ends.at(-1) ?? only.dates.end,
    certainty: found.find((entry) => entry.dates.certainty !== 'certain')?.dates.certainty ?? 'certain',
  };
}

/** EAD3 dates in parts; ICAR puts the words of the whole into a datesingle of its own. */
function readStructured(structured: Element): { dates: RecordDates; problem: string | null } {
  const singles = descendants(structured, 'datesingle');
  const words = singles.find((single) => attribute(single, 'localtype') === 'DataTestuale');
  const plain = singles.filter(
    (single) => !/^(DataTestuale|NoteAllaDatazione|DataTopica)$/.test(attribute(single, 'localtype') ?? ''),
  );
  const ranges = descendants(structured, 'daterange');
  const ends: string[] = [];
  const shown: string[] = [];
  for (const range of ranges) {
    const from = childOf(range, 'fromdate');
    const to = childOf(range, 'todate');
    ends.push(`${bound(from, 'notbefore') ?? ''}/${bound(to, 'notafter') ?? ''}`);
    shown.push([textOf(from), textOf(to)].join('-'));
  }
  for (const single of plain) {
    const from = attribute(single, 'notbefore') ?? attribute(single, 'standarddate');
    const to = attribute(single, 'notafter') ?? attribute(single, 'standarddate');
    if (from || to) ends.push(from?.includes('/') ? from : `${from ?? ''}/${to ?? ''}`);
    shown.push(textOf(single));
  }
  const display = textOf(words) || attribute(structured, 'altrender') || shown.filter(Boolean).join(', ') || null;
  const results = ends.filter((normal) => normal !== '/').map((normal) => normaliseDates(display, normal));
  const problem = results.find((result) => result.problem)?.problem ?? null;
  const starts = results.flatMap((result) => result.dates.start ?? []).sort();
  const lasts = results.flatMap((result) => result.dates.end ?? []).sort();
  if (starts.length === 0)
    return problem
      ? { dates: { display, start: null, end: null, certainty: 'uncertain' }, problem }
      : normaliseDates(display, null);
  return {
    dates: { ...normaliseDates(display, null).dates, start: starts[0] ?? null, end: lasts.at(-1) ?? null },
    problem,
  };
}

function bound(element: Element | undefined, edge: 'notbefore' | 'notafter'): string | null {
  return (
    attribute(element, edge, 'standarddate', 'normal') ?? (/^\d{4}$/.test(textOf(element)) ? textOf(element) : null)
  );
}

function readDid(did: Element, content: UnitContent): void {
  for (const element of childrenOf(did)) {
    const internal = element.attributes['audience'] === 'internal';
    switch (element.name) {
      case 'physdesc':
      case 'physdescset':
      case 'physdescstructured':
        readExtent(element, content);
        break;
      case 'container':
        content.description.containers.push({
          type: attribute(element, 'localtype', 'type'),
          value: textOf(element),
          label: attribute(element, 'label') ?? undefined,
        });
        break;
      case 'physloc':
        if (!isBlank(element))
          content.description.containers.push({
            type: attribute(element, 'label', 'type') ?? 'collocazione',
            value: textOf(element),
          });
        break;
      case 'origination':
        readOrigination(element, content, internal);
        break;
      case 'repository':
        content.repository = readRepository(element);
        break;
      case 'langmaterial':
        readLanguages(element, content);
        break;
      case 'abstract':
        addNote(content, 'abstract', element);
        break;
      case 'materialspec':
      case 'didnote':
      case 'note':
        addNote(
          content,
          element.name === 'materialspec' ||
            /Conservazione|Materiale|Restauro/i.test(attribute(element, 'localtype') ?? '')
            ? 'physicalCharacteristics'
            : 'note',
          element,
        );
        break;
    }
  }
  content.description.containers = content.description.containers.filter((container) => container.value);
}

function readRepository(element: Element): { name: string | null; code: string | null } {
  const name = childOf(element, 'corpname', 'persname', 'famname', 'name') ?? element;
  return {
    name: textOf(name) || null,
    code: attribute(name, 'identifier', 'authfilenumber') ?? attribute(element, 'identifier', 'id'),
  };
}

function readExtent(element: Element, content: UnitContent): void {
  if (element.name === 'physdescset') {
    for (const child of childrenOf(element)) readExtent(child, content);
    return;
  }
  const type = textOf(childOf(element, 'unittype')) || textOf(descendants(element, 'genreform')[0]);
  if (type) content.unitType ??= type.toLowerCase().slice(0, 200);
  const quantity = textOf(childOf(element, 'quantity'));
  const parts = [
    [quantity, textOf(childOf(element, 'unittype'))].filter(Boolean).join(' '),
    ...childrenOf(element)
      .filter((child) => !['quantity', 'unittype'].includes(child.name))
      .map((child) => {
        const label = attribute(child, 'label', 'localtype');
        return [label && element.name === 'physdescstructured' ? `${label}:` : '', textOf(child)]
          .filter(Boolean)
          .join(' ');
      }),
  ];
  const line = element.name === 'physdescstructured' ? parts.filter(Boolean).join('; ') : textOf(element);
  if (line) content.description.extents.push(line);
}

function readOrigination(element: Element, content: UnitContent, internal: boolean): void {
  const names = childrenOf(element, 'persname', 'famname', 'corpname', 'name');
  for (const name of names)
    content.agents.push({ ...mention(name, 'creator'), ...(internal ? { internal: true as const } : {}) });
  const bare = textOf(element);
  if (names.length === 0 && bare)
    content.agents.push({ role: 'creator', kind: 'unknown', name: bare, identifier: null });
}

function mention(name: Element, role: AgentRole): AgentMention {
  const label = attribute(name, 'relator', 'role');
  return {
    role,
    kind: agentKinds[name.name] ?? 'unknown',
    name: nameText(name) || null,
    identifier: attribute(name, 'identifier', 'authfilenumber'),
    ...(label ? { label } : {}),
  };
}

/** EAD3 names are made of parts; subject headings join them with a double hyphen, names with a comma-less blank. */
function nameText(element: Element, joint = ', '): string {
  const parts = childrenOf(element, 'part').filter((part) => textOf(part));
  if (parts.length === 0) return textOf(element);
  const heading = parts.find((part) => /^Intestazione$/i.test(attribute(part, 'localtype') ?? ''));
  return heading ? textOf(heading) : parts.map(textOf).join(joint);
}

function readLanguages(element: Element, content: UnitContent): void {
  if (/LinguaDescrizione/i.test(attribute(element, 'label') ?? '')) return;
  for (const language of descendants(element, 'language')) {
    const code = attribute(language, 'langcode', 'lang');
    if (code && /^[a-z]{2,3}$/i.test(code) && !content.description.languages.includes(code.toLowerCase()))
      content.description.languages.push(code.toLowerCase());
  }
  const words = textOf(element);
  if (words && words.split(' ').length > 2) addNote(content, 'languageNote', element);
}

function readBody(element: Element, content: UnitContent): void {
  for (const child of childrenOf(element)) {
    if (wrappers.has(child.name)) readBody(child, content);
    else if (child.name === 'controlaccess') readAccessPoints(child, content);
    else if (child.name === 'relations') readRelations(child, content);
    else if (child.name in elementOf) readNote(child, elementOf[child.name] as IsadElement, content);
  }
}

/** Elements of one name nest (EAD3, ICAR): each with words of its own is a note, the outer ones only hold them. */
function readNote(element: Element, name: IsadElement, content: UnitContent): void {
  const kind = attribute(element, 'localtype', 'type') ?? '';
  if (/^VisibilitaFE$/i.test(kind)) {
    if (/nessuna|nascost/i.test(textOf(element))) content.hidden = true;
    return;
  }
  if (/^StatusScheda$/i.test(kind)) return;
  const inner = childrenOf(element, element.name);
  if (inner.length > 0) {
    const own: Element = {
      ...element,
      children: element.children.filter((node) => !isElement(node) || node.name !== element.name),
    };
    if (!isBlank(own)) readNote(own, name, content);
    for (const child of inner)
      readNote({ ...child, attributes: { ...pick(element, 'audience'), ...child.attributes } }, name, content);
    return;
  }
  if (name === 'conditionsOfAccess') content.closed ??= closureOf(textOf(element));
  addNote(content, name, element);
}

function pick(element: Element, name: string): Record<string, string> {
  const value = element.attributes[name];
  return value === undefined ? {} : { [name]: value };
}

function addNote(content: UnitContent, name: IsadElement, element: Element): void {
  const text = textOf(element);
  if (!text) return;
  const note: Note = { html: safeHtml(element), text };
  const label = textOf(childOf(element, 'head')) || attribute(element, 'label', 'localtype');
  if (label) note.label = label;
  const lang = attribute(element, 'lang');
  if (lang) note.lang = lang;
  if (element.attributes['audience'] === 'internal') note.internal = true;
  (content.description.elements[name] ??= []).push(note);
}

/** Words that close documents until a day, or for good. Anything less certain closes nothing. */
function closureOf(text: string): { until: string | null } | null {
  const until =
    /(?:non (?:è )?consultabil\w*|riservat\w*|esclus\w*|closed|restricted)[^.]*?(?:fino al?|until|sino al?)[^.\d]*(\d{4})|consultabil\w*\s+(?:solo\s+)?(?:dal|a partire dal)\s+[^.\d]*(?:\d{1,2}\D+)?(\d{4})/i.exec(
      text,
    );
  if (until?.[1]) return { until: `${Number(until[1]) + 1}-01-01` };
  if (until?.[2]) return { until: `${until[2]}-01-01` };
  if (/non (?:è )?consultabil|esclus\w+ dalla consultazione|closed to (?:research|the public)/i.test(text))
    return { until: null };
  return null;
}

function readAccessPoints(element: Element, content: UnitContent): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'controlaccess' || child.name === 'list' || child.name === 'item') {
      readAccessPoints(child, content);
      continue;
    }
    const kind = accessKinds[child.name];
    if (!kind) continue;
    const part = childOf(child, 'part');
    const identifier = attribute(child, 'identifier', 'authfilenumber') ?? attribute(part, 'identifier');
    const label = nameText(child, kind === 'subject' ? ' -- ' : ', ') || identifier;
    if (!label) continue;
    const internal = child.attributes['audience'] === 'internal' || element.attributes['audience'] === 'internal';
    const point: AccessPoint = { kind, label };
    if (identifier) point.identifier = identifier;
    const source = attribute(child, 'source');
    if (source) point.source = source;
    const role = attribute(child, 'relator', 'role');
    if (role) point.role = role;
    const coordinates = readCoordinates(child);
    if (coordinates) point.coordinates = coordinates;
    if (internal) point.internal = true;
    content.description.accessPoints.push(point);
    if (child.name in agentKinds && child.name !== 'name') {
      content.agents.push({
        role: 'subject',
        kind: agentKinds[child.name] ?? 'unknown',
        name: nameText(child) || null,
        identifier,
        ...(internal ? { internal: true as const } : {}),
      });
    }
  }
}

function readCoordinates(element: Element): { latitude: number; longitude: number } | null {
  const values = descendants(element, 'geographiccoordinates');
  const read = (name: string) =>
    Number(textOf(values.find((value) => (attribute(value, 'altrender') ?? '').startsWith(name))));
  const [latitude, longitude] =
    values.length === 1
      ? textOf(values[0])
          .split(/[,\s]+/)
          .map(Number)
      : [read('Lat'), read('Lon')];
  return latitude && longitude ? { latitude, longitude } : null;
}

const relationRoles: [RegExp, AgentRole][] = [
  [/produttore|creator|origin/i, 'creator'],
  [/conservatore|custod|holder/i, 'custodian'],
  [/subject|soggetto$/i, 'subject'],
  [/autore|author/i, 'author'],
];

function readRelations(element: Element, content: UnitContent): void {
  for (const relation of childrenOf(element, 'relation')) {
    const entry = childOf(relation, 'relationentry');
    const words = textOf(entry);
    const kind =
      attribute(entry, 'localtype') ??
      attribute(relation, 'otherrelationtype', 'arcrole', 'relationtype') ??
      'relation';
    const identifier = attribute(relation, 'href', 'identifier') ?? (/^\S+$/.test(words) ? words : null);
    const note = textOf(childOf(relation, 'descriptivenote')) || undefined;
    if (!words && !identifier) continue;
    if (attribute(relation, 'relationtype') === 'cpfrelation') {
      const role = relationRoles.find(([pattern]) => pattern.test(kind))?.[1] ?? 'other';
      const dateset = childOf(relation, 'dateset', 'daterange', 'datesingle');
      const dates = dateset
        ? readStructured({ name: 'unitdatestructured', attributes: {}, children: [dateset], line: relation.line }).dates
        : undefined;
      content.agents.push({
        role,
        kind: 'unknown',
        name: identifier === words ? null : words || null,
        identifier,
        label: kind,
        ...(dates?.display ? { dates } : {}),
      });
    } else content.records.push({ kind, identifier: identifier ?? words, ...(note ? { note } : {}) });
  }
}

function readDigitalObjects(element: Element, content: UnitContent): void {
  if (element.name === 'daogrp' || element.name === 'daoset') {
    const label = textOf(childOf(element, 'daodesc', 'descriptivenote')) || null;
    for (const child of childrenOf(element, 'dao', 'daoloc')) readDigitalObject(child, label, content);
  } else if (element.name === 'dao') readDigitalObject(element, null, content);
}

function readDigitalObject(element: Element, groupLabel: string | null, content: UnitContent): void {
  const href = attribute(element, 'href', 'identifier', 'entityref');
  if (!href || element.attributes['audience'] === 'internal') return;
  const label =
    attribute(element, 'linktitle', 'title', 'label') ??
    (textOf(childOf(element, 'daodesc', 'descriptivenote')) || groupLabel);
  const mediaType = attribute(element, 'mimetype');
  content.digitalObjects.push({
    href,
    label,
    role: attribute(element, 'localtype', 'role', 'linkrole', 'daotype'),
    ...(mediaType?.includes('/') ? { mediaType } : {}),
  });
}
