import type { AgentDescription, AgentKind, AgentRelationKind } from '#lib/records/agent.ts';
import { undated, type RecordDates } from '#lib/records/dates.ts';
import type { Note } from '#lib/records/description.ts';
import type { AgentDraft, Draft } from '#ingest/draft.ts';
import { normaliseDates } from '#ingest/normalise/date-span.ts';
import { attribute, childOf, childrenOf, descendants, textOf, type Element } from '../element.ts';
import { safeHtml } from '../safe-html.ts';

const kinds: Record<string, AgentKind> = { person: 'person', family: 'family', corporatebody: 'corporateBody' };

/** EAC-CPF 2010 and 2.0: the two differ in letters and attributes more than in sense, so one reading serves both. */
export function authorityDrafts(root: Element, isVersion2: boolean): Draft[] {
  const control = childOf(root, 'control');
  const identifier = textOf(childOf(control ?? root, 'recordId')) || null;
  const drafts: Draft[] = [];
  const descriptions = [
    ...childrenOf(root, 'cpfDescription'),
    ...childrenOf(root, 'multipleIdentities').flatMap((several) => childrenOf(several, 'cpfDescription')),
  ];
  for (const [index, cpf] of descriptions.entries()) {
    const agent = readAgent(
      root,
      cpf,
      index === 0 ? identifier : identifier && `${identifier}#${index + 1}`,
      isVersion2,
    );
    if (agent) drafts.push(agent);
  }
  if (drafts.length === 0) {
    drafts.push({
      kind: 'quarantined',
      problem: {
        code: 'no-name',
        severity: 'severe',
        message: 'an authority record without a name',
        line: root.line,
        xpath: `/${root.name}`,
      },
      units: 1,
      componentId: identifier,
      parentOrdinal: null,
      raw: '',
    });
  }
  return drafts;
}

function readAgent(root: Element, cpf: Element, identifier: string | null, isVersion2: boolean): AgentDraft | null {
  const identity = childOf(cpf, 'identity');
  if (!identity) return null;
  const names = descendants(identity, 'nameEntry')
    .map((entry) => ({ entry, name: nameOf(entry) }))
    .filter((one) => one.name);
  const authorised =
    names.find(
      (one) =>
        childOf(one.entry, 'authorizedForm') ||
        attribute(one.entry, 'preferredForm', 'status') === 'true' ||
        attribute(one.entry, 'status') === 'authorized',
    ) ?? names[0];
  if (!authorised) return null;
  const control = childOf(root, 'control');
  const others = [
    ...childrenOf(control ?? root, 'otherRecordId').map(textOf),
    ...descendants(identity, 'entityId', 'identityId').map(textOf),
  ].filter((value) => value && value !== identifier && /[a-z:/-]/i.test(value));
  const description = childOf(cpf, 'description');
  const type = childOf(identity, 'entityType');
  const kind = (attribute(type, 'value') ?? textOf(type)).toLowerCase();
  return {
    kind: 'agent',
    identifiers: [...(identifier ? [identifier] : []), ...new Set(others)],
    agentKind: kinds[kind] ?? 'unknown',
    authorisedName: authorised.name,
    dates: description ? existence(description) : undated,
    description: readDescription(
      root,
      description,
      names.filter((one) => one !== authorised),
      isVersion2,
    ),
    relations: readRelations(cpf),
    records: descendants(cpf, 'resourceRelation').map((relation) => ({
      kind: attribute(relation, 'resourceRelationType') ?? 'resource',
      identifier: attribute(relation, 'href') ?? textOf(relation),
    })),
    internal: attribute(root, 'audience') === 'internal' || attribute(cpf, 'audience') === 'internal',
    line: root.line,
    xpath: `/${root.name}/cpfDescription`,
  };
}

function nameOf(entry: Element): string {
  const parts = childrenOf(entry, 'part').filter(
    (part) => textOf(part) && !/^Acronimo/i.test(attribute(part, 'localType') ?? ''),
  );
  const heading = parts.find((part) =>
    /IntestazionePrincipale|^Intestazione$/i.test(attribute(part, 'localType') ?? ''),
  );
  return heading ? textOf(heading) : parts.map(textOf).join(' ').replace(/\s+,/g, ',');
}

function existence(description: Element): RecordDates {
  const dates = descendants(description, 'existDates')[0];
  if (!dates) return undated;
  const ranges = descendants(dates, 'dateRange').map((range) => {
    const from = childOf(range, 'fromDate');
    const to = childOf(range, 'toDate');
    return {
      display: [textOf(from), textOf(to)].join('-').replace(/^-$/, ''),
      normal: `${standard(from, 'notBefore')}/${standard(to, 'notAfter')}`,
    };
  });
  const singles = descendants(dates, 'date').map((date) => ({
    display: textOf(date),
    normal: standard(date, 'notBefore'),
  }));
  const found = [...ranges, ...singles].filter((one) => one.display || one.normal.replace('/', ''));
  const first = found[0];
  if (!first) return undated;
  const display =
    found
      .map((one) => one.display)
      .filter(Boolean)
      .join(', ') || null;
  const { dates: read } = normaliseDates(display, first.normal.replace('/', '') ? first.normal : null);
  return read;
}

const standard = (element: Element | undefined, edge: string) =>
  attribute(element, 'standardDate', edge, 'notBefore', 'notAfter') ?? '';

function readDescription(
  root: Element,
  description: Element | undefined,
  others: { entry: Element; name: string }[],
  isVersion2: boolean,
): AgentDescription {
  const all = (...names: string[]) => (description ? descendants(description, ...names) : []);
  const terms = (name: string) =>
    all(name)
      .map((element) => textOf(childOf(element, 'term') ?? element))
      .filter(Boolean);
  return {
    otherNames: others.map(({ entry, name }) => ({ name, ...labelled(entry) })),
    history: all('biogHist').flatMap(notes),
    places: all('place')
      .map((place) => ({
        label: textOf(childOf(place, 'placeEntry', 'placeName')),
        role: textOf(childOf(place, 'placeRole')) || undefined,
      }))
      .filter((place) => place.label),
    legalStatus: terms('legalStatus'),
    functions: all('function').flatMap(notes),
    mandates: all('mandate').flatMap(notes),
    structure: all('structureOrGenealogy').flatMap(notes),
    generalContext: all('generalContext').flatMap(notes),
    occupations: terms('occupation'),
    languages: all('languageUsed', 'languagesUsed').flatMap((used) =>
      descendants(used, 'language').flatMap((language) => attribute(language, 'languageCode')?.toLowerCase() ?? []),
    ),
    sources: descendants(childOf(root, 'control') ?? root, 'source').flatMap((source) => {
      const text = textOf(childOf(source, 'sourceEntry', 'reference') ?? source);
      return text ? [{ html: safeHtml(childOf(source, 'sourceEntry', 'reference') ?? source), text }] : [];
    }),
    notes: isVersion2
      ? all('localDescription').flatMap(notes)
      : all('localDescription', 'descriptiveNote')
          .filter((element) => element.name === 'localDescription')
          .flatMap(notes),
    links: descendants(childOf(root, 'control') ?? root, 'representation').flatMap((link) => {
      const href = attribute(link, 'href');
      return href && /^https?:/.test(href) ? [{ href, label: textOf(link) || undefined }] : [];
    }),
  };
}

function labelled(entry: Element): { label?: string } {
  const label = attribute(entry, 'localType');
  return label ? { label } : {};
}

/** A described thing as one note, headed by its term; nested ones each give their own. */
function notes(element: Element): Note[] {
  if (childrenOf(element, element.name).length > 0) return [];
  const term = textOf(childOf(element, 'term'));
  const words = childOf(element, 'descriptiveNote') ?? {
    ...element,
    children: element.children.filter((node) => typeof node === 'string' || node.name !== 'term'),
  };
  const text = textOf(words);
  if (!text && !term) return [];
  const note: Note = text ? { html: safeHtml(words), text } : { html: term, text: term };
  if (term && text) note.label = term;
  if (element.attributes['audience'] === 'internal') note.internal = true;
  return [note];
}

const relationKinds: [RegExp, AgentRelationKind][] = [
  [/hierarch|gerarch|parent|child/i, 'hierarchical'],
  [/tempor|earlier|later|preced|succ/i, 'temporal'],
  [/famil/i, 'family'],
  [/identity|sameAs/i, 'identity'],
];

function readRelations(cpf: Element): AgentDraft['relations'] {
  const relations = descendants(cpf, 'cpfRelation', 'relation').filter(
    (relation) =>
      relation.name === 'cpfRelation' ||
      /person|corporateBody|family|agent|cpf/i.test(
        JSON.stringify(childOf(relation, 'targetEntity')?.attributes ?? {}),
      ),
  );
  return relations.flatMap((relation) => {
    const target = childOf(relation, 'targetEntity', 'relationEntry') ?? relation;
    const name =
      childrenOf(target, 'part').map(textOf).join(' ') || textOf(childOf(target, 'targetName') ?? target) || null;
    const type = [
      attribute(relation, 'cpfRelationType', 'relationType', 'arcrole'),
      textOf(childOf(relation, 'relationType')),
    ]
      .filter(Boolean)
      .join(' ');
    const identifier = attribute(relation, 'href') ?? attribute(target, 'valueURI', 'href', 'identifier');
    const note = textOf(childOf(relation, 'descriptiveNote'));
    if (!name && !identifier) return [];
    return [
      {
        kind: relationKinds.find(([pattern]) => pattern.test(type))?.[1] ?? ('associative' as const),
        identifier,
        name,
        ...(note ? { note } : {}),
        ...(type ? { label: type } : {}),
      },
    ];
  });
}
