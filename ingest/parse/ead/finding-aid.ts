import type { Draft, Problem, SourceDraft, UnitDraft } from '#ingest/draft.ts';
import type { Level } from '#lib/records/level.ts';
import { attribute, childOf, descendants, textOf, type Element } from '../element.ts';
import { rawXml } from '../raw-xml.ts';
import { readUnit, type UnitContent } from './unit-content.ts';

interface Frame {
  ordinal: number;
  parent: Frame | null;
  depth: number;
  element: Element;
  xpath: string;
  /** Components met, by element name: the counters of their xpaths. */
  counters: Map<string, number>;
  emitted: boolean;
  changedSince: boolean;
  internal: boolean;
  /** Characters of its own content so far. */
  size: number;
  refusal: { problem: Problem; units: number } | null;
}

type Context = { kind: 'passed' } | { kind: 'header' | 'content'; element: Element } | { kind: 'unit'; frame: Frame };

interface Aggregate {
  count: number;
  problem: Problem;
  says: (count: number) => string;
}

const component = /^c(0[1-9]|1[0-2])?$/;

/** Reads one finding aid (EAD 2002 or EAD3) from a parser's events; a tree is kept only of the units that are open. */
export class FindingAid {
  private drafts: Draft[] = [];
  private units = 0;
  private header: Element | null = null;
  private frame: Frame | null = null;
  private sourceSaid = false;
  private readonly stack: Context[] = [];
  private readonly ids = new Set<string>();
  private readonly aggregates = new Map<string, Aggregate>();

  constructor(
    private readonly source: SourceDraft,
    private readonly maxUnitSize: number,
  ) {}

  /** Drafts made since the last call. */
  take(): Draft[] {
    const drafts = this.drafts;
    this.drafts = [];
    return drafts;
  }

  get unitsMet(): number {
    return this.units;
  }

  opentag(element: Element): void {
    const top = this.stack.at(-1);
    if (component.test(element.name) && this.frame) return this.openUnit(element);
    if (!top) {
      if (element.name === 'archdesc') return this.openUnit(element);
      const isHeader = element.name === 'eadheader' || element.name === 'control';
      if (isHeader) this.header = element;
      this.stack.push(isHeader ? { kind: 'header', element } : { kind: 'passed' });
    } else if (top.kind === 'passed') this.stack.push(top);
    else if (top.kind === 'unit') {
      if (element.name === 'dsc' || element.name === 'thead') return void this.stack.push({ kind: 'passed' });
      if (!top.frame.refusal) top.frame.element.children.push(element);
      top.frame.changedSince ||= top.frame.emitted;
      this.stack.push({ kind: 'content', element });
    } else {
      if (!this.frame?.refusal) top.element.children.push(element);
      this.stack.push({ kind: top.kind, element });
    }
  }

  text(text: string): void {
    const top = this.stack.at(-1);
    if (top?.kind === 'header') top.element.children.push(text);
    if (top?.kind !== 'content' || !this.frame || this.frame.refusal) return;
    this.frame.size += text.length;
    if (this.frame.size > this.maxUnitSize) return this.refuse(this.frame);
    top.element.children.push(text);
  }

  closetag(): void {
    const top = this.stack.pop();
    if (top?.kind === 'unit') this.closeUnit(top.frame);
  }

  /** The root element is closed: what was counted along the way is told. */
  end(): void {
    for (const { count, problem, says } of this.aggregates.values())
      this.drafts.push({ kind: 'problem', problem: { ...problem, message: says(count) } });
    this.drafts.push({ kind: 'sourceEnd', units: this.units });
  }

  private openUnit(element: Element): void {
    const parent = this.frame;
    if (parent && !parent.emitted) this.emit(parent, true);
    const counters = parent?.counters ?? new Map<string, number>();
    const n = (counters.get(element.name) ?? 0) + 1;
    counters.set(element.name, n);
    const step = parent ? `${parent.parent ? '' : '/dsc'}/${element.name}[${n}]` : '/archdesc';
    this.frame = {
      ordinal: this.units++,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      element,
      xpath: `${parent?.xpath ?? '/ead'}${step}`,
      counters: new Map(),
      emitted: false,
      changedSince: false,
      internal: (parent?.internal ?? false) || element.attributes['audience'] === 'internal',
      size: 0,
      refusal: null,
    };
    const refused = this.refusedAbove(this.frame);
    if (refused) refused.units++;
    this.stack.push({ kind: 'unit', frame: this.frame });
  }

  private closeUnit(frame: Frame): void {
    if (frame.refusal) this.settleRefusal(frame);
    else if (!frame.emitted) this.emit(frame, false);
    else if (frame.changedSince) this.emit(frame, true, true);
    this.frame = frame.parent;
  }

  /** The refused unit above this one, with which it goes down. */
  private refusedAbove(frame: Frame): NonNullable<Frame['refusal']> | null {
    for (let above = frame.parent; above; above = above.parent) if (above.refusal) return above.refusal;
    return null;
  }

  private refuse(frame: Frame): void {
    const message = `the unit has more than ${Math.round(this.maxUnitSize / 2 ** 20)} MiB of text`;
    const problem: Problem = {
      code: 'unit-too-large',
      severity: 'severe',
      message,
      line: frame.element.line,
      xpath: frame.xpath,
    };
    if (frame.emitted) {
      // What came before its components is kept; what came after is too much.
      frame.changedSince = false;
      this.drafts.push({ kind: 'problem', problem: { ...problem, severity: 'warning' } });
      return;
    }
    frame.refusal = { problem, units: 1 };
  }

  private settleRefusal(frame: Frame): void {
    if (!frame.refusal || this.refusedAbove(frame)) return;
    const { problem, units } = frame.refusal;
    const componentId = attribute(frame.element, 'id');
    this.drafts.push({
      kind: 'quarantined',
      problem,
      units,
      componentId,
      parentOrdinal: frame.parent?.ordinal ?? null,
      raw: rawXml(frame.element),
    });
  }

  private emit(frame: Frame, hasChildren: boolean, revision = false): void {
    frame.emitted = true;
    frame.changedSince = false;
    if (frame.refusal || this.refusedAbove(frame)) return;
    const content = readUnit(frame.element, frame.parent === null);
    if (!this.sourceSaid) this.saySource(content);
    for (const problem of content.problems)
      this.drafts.push({
        kind: 'problem',
        problem: { ...problem, severity: 'warning', line: frame.element.line, xpath: frame.xpath },
      });
    const { problems: _problems, repository: _repository, hidden, level, title, componentId, ...rest } = content;
    const unit: UnitDraft = {
      kind: 'unit',
      ordinal: frame.ordinal,
      parentOrdinal: frame.parent?.ordinal ?? null,
      depth: frame.depth,
      ...rest,
      componentId: revision ? componentId : this.claimId(componentId, frame),
      level: level ?? this.inferLevel(frame, hasChildren),
      title: title ?? this.inferTitle(content, frame),
      internal: frame.internal || hidden,
      line: frame.element.line,
      xpath: frame.xpath,
      ...(revision ? { revision: true as const } : {}),
    };
    frame.internal = unit.internal;
    this.drafts.push(unit);
  }

  private saySource(content: UnitContent): void {
    this.sourceSaid = true;
    const header = this.header;
    const eadid = header && (childOf(header, 'eadid') ?? childOf(header, 'recordid'));
    const agency = header ? descendants(header, 'maintenanceagency')[0] : undefined;
    const code = agency && textOf(childOf(agency, 'agencycode'));
    const name = agency && textOf(childOf(agency, 'agencyname'));
    this.drafts.push({
      ...this.source,
      identifier:
        this.source.identifier ?? ((eadid && textOf(eadid)) || attribute(eadid ?? undefined, 'identifier') || null),
      repositoryCode: content.repository.code ?? (code || attribute(eadid ?? undefined, 'mainagencycode')),
      repositoryName: content.repository.name ?? (name || null),
      title: (header && textOf(descendants(header, 'titleproper')[0])) || content.title,
      language: header ? attribute(descendants(header, 'language')[0], 'langcode', 'lang') : null,
    });
  }

  private claimId(id: string | null, frame: Frame): string | null {
    if (id === null) return null;
    if (!this.ids.has(id)) {
      this.ids.add(id);
      return id;
    }
    this.drafts.push({
      kind: 'problem',
      problem: {
        code: 'duplicate-id',
        severity: 'warning',
        message: 'this id was used before in the file: the unit is kept without it',
        found: id.slice(0, 200),
        line: frame.element.line,
        xpath: frame.xpath,
      },
    });
    return null;
  }

  private inferLevel(frame: Frame, hasChildren: boolean): Level {
    this.count('level-inferred', frame, (n) => `${n} units say no level: taken from their place`);
    if (!frame.parent) return 'fonds';
    return hasChildren ? (frame.depth > 1 ? 'subseries' : 'series') : 'file';
  }

  private inferTitle(content: UnitContent, frame: Frame): string {
    this.count('title-missing', frame, (n) => `${n} units have no title: one is made from date, code or content`);
    const scope = content.description.elements.scopeAndContent?.[0]?.text ?? content.description.extents[0];
    return content.dates.display ?? content.referenceCode ?? scope?.slice(0, 80).toWellFormed() ?? '[senza titolo]';
  }

  private count(code: string, frame: Frame, says: (count: number) => string): void {
    const known = this.aggregates.get(code);
    if (known) known.count++;
    else
      this.aggregates.set(code, {
        count: 1,
        says,
        problem: { code, severity: 'warning', message: '', line: frame.element.line, xpath: frame.xpath },
      });
  }
}
