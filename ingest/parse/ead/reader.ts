import type { Draft, Problem, SourceDraft } from '#ingest/draft.ts';
import type { XmlElement } from '#ingest/parse/xml/element.ts';
import type { ElementHandler, OpenedElement } from '#ingest/parse/xml/events.ts';
import { fault } from '#ingest/parse/xml/fault.ts';
import { serialise } from '#ingest/parse/xml/serialise.ts';
import { Tally } from '#ingest/parse/tally.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { isComponent } from './components.ts';
import { Fingerprints } from './fingerprints.ts';
import { deepestElement, elementCost, openFrame, type UnitFrame } from './frame.ts';
import { describeSource } from './source.ts';
import { mapUnit } from './unit.ts';

/**
 * Reads one EAD document, 2002 or EAD3. Every unit goes out when its first component begins or when it ends, so that parents come
 * before children and only the open units are in memory; one that has content after its components goes out once more at its end.
 */
export class EadReader implements ElementHandler {
  private readonly open_: XmlElement[] = [];
  private readonly header: XmlElement = { name: 'ead', attributes: {}, content: [], line: 0 };
  private frame: UnitFrame | null = null;
  private ordinals = 0;
  private source: SourceDraft | null = null;
  private readonly ids = new Fingerprints();
  private readonly tally = new Tally();
  /** A quarantined unit of which only the number of components still matters. */
  private dropped: { depth: number; units: number; problem: Problem; frame: UnitFrame; raw: string } | null = null;
  /** A unit whose drafts went out and that then grew too large: what comes now is not kept. */
  private closed = new WeakSet<UnitFrame>();
  private internal = false;

  constructor(
    private readonly emit: (draft: Draft) => void,
    private readonly envelope: Envelope,
    private readonly maxUnitSize: number,
  ) {}

  get units(): number {
    return this.ordinals;
  }

  open(element: OpenedElement): void {
    const { name } = element;
    if (this.dropped) {
      this.dropped.depth++;
      if (isComponent(name)) this.dropped.units++;
      return;
    }
    const node: XmlElement = { name, attributes: element.attributes, content: [], line: element.line };
    if (!this.frame) return this.openOutside(node);
    if (isComponent(name) || name === 'archdesc') this.openComponent(node);
    else this.openOwn(node, this.frame);
  }

  text(text: string): void {
    if (this.dropped) return;
    const frame = this.frame;
    if (!frame) {
      this.open_[this.open_.length - 1]?.content.push(text);
      return;
    }
    const parent = frame.open[frame.open.length - 1];
    if (!parent) return;
    // White space between elements is the only text most of them have.
    if (isBlank(text) && (frame.open.length === 1 || structure.has(parent.name))) return;
    if (frame.emitted) frame.grown = true;
    if (!this.grow(frame, text.length)) return;
    parent.content.push(text);
  }

  close(): void {
    if (this.dropped) {
      if (this.dropped.depth-- > 0) return;
      return this.closeDropped();
    }
    const frame = this.frame;
    if (!frame) {
      this.open_.pop();
      return;
    }
    if (frame.flattened > 0) {
      frame.flattened--;
      return;
    }
    const closed = frame.open.pop();
    if (frame.open.length === 0) return this.closeUnit(frame);
    const parent = frame.open[frame.open.length - 1];
    // A dsc that held only components leaves nothing behind.
    if (closed?.name === 'dsc' && closed.content.length === 0 && parent?.content.at(-1) === closed)
      parent.content.pop();
    if (closed) frame.counts.delete(closed);
  }

  /** Ends the source: what was counted, and how many units it had. */
  finish(): void {
    if (!this.source)
      throw fault('no-archdesc', 'an EAD document without archdesc', { line: this.header.line, xpath: '/ead' });
    for (const problem of this.tally.problems()) this.emit({ kind: 'problem', problem });
    this.emit({ kind: 'sourceEnd', units: this.ordinals });
  }

  /** Before archdesc, and around it: the header, frontmatter. */
  private openOutside(node: XmlElement): void {
    if (this.open_.length === 0) {
      this.internal = node.attributes['audience'] === 'internal';
      this.header.line = node.line;
      this.header.attributes = node.attributes;
      this.open_.push(this.header);
      return;
    }
    if (node.name === 'archdesc' || isComponent(node.name)) {
      if (this.source)
        throw fault('second-archdesc', 'an EAD document with more than one archdesc', {
          line: node.line,
          xpath: `/ead/${node.name}[2]`,
        });
      this.frame = openFrame(node, null, this.ordinals++, this.internal);
      return;
    }
    const parent = this.open_[this.open_.length - 1];
    const kept = this.open_.length > 1 || node.name === 'control' || node.name === 'eadheader';
    if (kept && this.open_.length < deepestElement) parent?.content.push(node);
    this.open_.push(node);
  }

  private openComponent(node: XmlElement): void {
    const parent = this.frame as UnitFrame;
    parent.hasChildren = true;
    if (!parent.emitted) this.emitUnit(parent);
    const hidden = parent.internal || parent.open.some((element) => element.attributes['audience'] === 'internal');
    this.frame = openFrame(node, parent, this.ordinals++, hidden);
    this.frame.size = elementCost;
  }

  private openOwn(node: XmlElement, frame: UnitFrame): void {
    if (frame.flattened > 0 || frame.open.length >= deepestElement) {
      frame.flattened++;
      return;
    }
    const parent = frame.open[frame.open.length - 1];
    frame.open.push(node);
    if (node.name === 'dsc') {
      if (frame.open.length === 2) frame.positions.set(node, ++frame.dscs);
    } else if (frame.emitted) frame.grown = true;
    let size = elementCost;
    for (const name in node.attributes) size += name.length + (node.attributes[name]?.length ?? 0);
    if (this.grow(frame, size)) parent?.content.push(node);
  }

  /** Counts what a unit takes; false when nothing more of it is kept. */
  private grow(frame: UnitFrame, size: number): boolean {
    frame.size += size;
    if (frame.size <= this.maxUnitSize) return true;
    if (this.closed.has(frame)) return false;
    const message = `the unit's own description is larger than ${Math.round(this.maxUnitSize / 1048576)} MiB`;
    const place = { line: frame.element.line, xpath: frame.xpath };
    if (frame.emitted) {
      this.closed.add(frame);
      const problem: Problem = {
        code: 'unit-too-large',
        severity: 'warning',
        message: `${message}: what follows its components is cut`,
        ...place,
      };
      this.emit({ kind: 'problem', problem });
      return false;
    }
    const problem: Problem = {
      code: 'unit-too-large',
      severity: 'severe',
      message: `${message}: it and what lies below it are left out`,
      ...place,
    };
    // The open elements of the unit, its own included, are closed by events still to come.
    this.dropped = {
      depth: frame.open.length + frame.flattened - 1,
      units: 1,
      problem,
      frame,
      raw: serialise(frame.element),
    };
    frame.element.content = [];
    return false;
  }

  private closeUnit(frame: UnitFrame): void {
    if (!frame.emitted) this.emitUnit(frame);
    else if (frame.grown) this.emitUnit(frame, true);
    this.count(frame);
    this.frame = frame.parent;
  }

  private closeDropped(): void {
    const { frame, problem, units, raw } = this.dropped as NonNullable<typeof this.dropped>;
    this.dropped = null;
    this.frame = frame.parent;
    this.ordinals += units - 1;
    if (!frame.parent) this.emitSource(frame.element);
    this.emit({
      kind: 'quarantined',
      problem,
      units,
      componentId: frame.element.attributes['id']?.trim() || null,
      parentOrdinal: frame.parent?.ordinal ?? null,
      raw,
    });
  }

  private emitUnit(frame: UnitFrame, revision = false): void {
    const source = frame.parent ? this.source : this.emitSource(frame.element);
    const { unit, missing, problems } = mapUnit(frame, { title: frame.parent ? null : (source?.title ?? null) });
    if (!revision) this.claimId(frame, unit.componentId);
    unit.componentId = frame.componentId;
    if (unit.internal) frame.internal = true;
    frame.missing = missing;
    frame.emitted = true;
    frame.grown = false;
    if (revision) unit.revision = true;
    else
      for (const problem of problems)
        this.tally.add(problem.code, { line: unit.line, xpath: unit.xpath, found: problem.found }, problem.say);
    this.emit(unit);
  }

  private emitSource(archdesc: XmlElement): SourceDraft {
    if (this.source) return this.source;
    this.source = describeSource(this.header, archdesc, this.envelope);
    this.emit(this.source);
    return this.source;
  }

  /** The first unit with an id has it; others are told apart by what they say (design §3). */
  private claimId(frame: UnitFrame, id: string | null): void {
    if (id === null || this.ids.add(id)) {
      frame.componentId = id;
      return;
    }
    const problem: Problem = {
      code: 'id-repeated',
      severity: 'warning',
      message: `another unit of this file has the id ${id}: kept without it`,
      found: id,
      line: frame.element.line,
      xpath: frame.xpath,
    };
    this.emit({ kind: 'problem', problem });
  }

  private count(frame: UnitFrame): void {
    const place = { line: frame.element.line, xpath: frame.xpath };
    if (frame.missing.level)
      this.tally.add('level-missing', place, (n) => `${n} components without level; inferred from where they stand`);
    if (frame.missing.title)
      this.tally.add(
        'title-missing',
        place,
        (n) => `${n} components without title; their date, code or content stands for it`,
      );
  }
}

/** Elements that hold elements only. */
const structure = new Set(
  'did dsc controlaccess relations relation dateset daterange unitdatestructured physdescstructured descgrp daogrp daoset langmaterial languageset'.split(
    ' ',
  ),
);

function isBlank(text: string): boolean {
  return text.length < 10_000 && text.trim() === '';
}
