import type { Draft, SourceDraft } from '#ingest/draft.ts';
import type { XmlElement } from '#ingest/parse/xml/element.ts';
import type { ElementHandler, OpenedElement } from '#ingest/parse/xml/events.ts';
import { fault } from '#ingest/parse/xml/fault.ts';
import { counted, Tally } from '#ingest/parse/tally.ts';
import type { Envelope } from '#ingest/parse/envelope.ts';
import { isComponent } from './components.ts';
import { isIndentation } from './blank-text.ts';
import { DroppedUnit } from './dropped-unit.ts';
import { Fingerprints } from './fingerprints.ts';
import { deepestElement, elementCost, openFrame, type UnitFrame } from './frame.ts';
import { EadHeader } from './header.ts';
import { describeSource } from './source.ts';
import { mapUnit } from './unit.ts';

/** Components within one another: a record is found by each that stands above it, so that search rows grow with every step down. */
const deepestUnit = 3000;

/**
 * Reads one EAD document, 2002 or EAD3. Every unit goes out when its first component begins or when it ends, so that parents come
 * before children and only the open units are in memory; one that has content after its components goes out once more at its end.
 */
export class EadReader implements ElementHandler {
  private readonly header: EadHeader;
  private frame: UnitFrame | null = null;
  private ordinals = 0;
  private source: SourceDraft | null = null;
  private readonly ids = new Fingerprints();
  private readonly tally = new Tally();
  private dropped: DroppedUnit | null = null;

  constructor(
    private readonly emit: (draft: Draft) => void,
    private readonly envelope: Envelope,
    private readonly maxUnitSize: number,
  ) {
    this.header = new EadHeader(maxUnitSize);
  }

  get units(): number {
    return this.ordinals;
  }

  open({ name, attributes, line }: OpenedElement): void {
    if (this.dropped) return this.dropped.opened(name);
    const node: XmlElement = { name, attributes, content: [], line };
    const isUnit = isComponent(name) || name === 'archdesc';
    if (!this.frame) {
      if (isUnit && this.header.started) this.openRoot(node);
      else this.header.open(node);
    } else if (isUnit) this.openComponent(node, this.frame);
    else this.openOwn(node, this.frame);
  }

  text(text: string): void {
    if (this.dropped) return;
    const frame = this.frame;
    if (!frame) return this.header.text(text);
    const parent = frame.open[frame.open.length - 1];
    // White space between elements is the only text most of them have.
    if (!parent || isIndentation(text, parent.name, frame.open.length === 1)) return;
    if (frame.emitted) frame.grown = true;
    if (this.grow(frame, text.length)) parent.content.push(text);
  }

  close(): void {
    const frame = this.frame;
    if (this.dropped) {
      if (this.dropped.closed()) this.closeDropped(this.dropped);
    } else if (!frame) this.header.close();
    else if (frame.flattened > 0) frame.flattened--;
    else this.closeOwn(frame);
  }

  /** Ends the source: what was counted, and how many units it had. */
  finish(): void {
    if (!this.source)
      throw fault('no-archdesc', 'an EAD document without archdesc', { line: this.header.element.line, xpath: '/ead' });
    for (const problem of this.tally.problems()) this.emit({ kind: 'problem', problem });
    this.emit({ kind: 'sourceEnd', units: this.ordinals });
  }

  private openRoot(node: XmlElement): void {
    if (this.source) {
      const place = { line: node.line, xpath: `/ead/${node.name}[2]` };
      throw fault('second-archdesc', 'an EAD document with more than one archdesc', place);
    }
    const internal = this.header.element.attributes['audience'] === 'internal';
    this.frame = openFrame(node, null, this.ordinals++, internal);
  }

  private openComponent(node: XmlElement, parent: UnitFrame): void {
    if (parent.depth >= deepestUnit) {
      const message = `components stand more than ${deepestUnit} deep within one another`;
      throw fault('too-deep', message, { line: node.line });
    }
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
    if (node.attributes['audience'] !== undefined) frame.saysInternal = true;
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
    const mebibytes = Math.round(this.maxUnitSize / 1048576);
    const message = `the unit's own description is larger than ${mebibytes} MiB`;
    const place = { line: frame.element.line, xpath: frame.xpath };
    // Its components have gone out: to leave it out now would leave them without a parent, to cut it would lie.
    if (frame.emitted) throw fault('unit-too-large', message, place);
    this.dropped = new DroppedUnit(frame, { code: 'unit-too-large', severity: 'severe', message, ...place });
    return false;
  }

  private closeOwn(frame: UnitFrame): void {
    const closed = frame.open.pop();
    const parent = frame.open[frame.open.length - 1];
    if (!parent || !closed) return this.closeUnit(frame);
    frame.counts.delete(closed);
    // A dsc that held only components leaves nothing behind.
    if (closed.name === 'dsc' && closed.content.length === 0 && parent.content.at(-1) === closed) parent.content.pop();
  }

  private closeUnit(frame: UnitFrame): void {
    if (!frame.emitted) this.emitUnit(frame);
    else if (frame.grown) this.emitUnit(frame, true);
    this.count(frame);
    this.frame = frame.parent;
  }

  private closeDropped(dropped: DroppedUnit): void {
    const { frame, units } = dropped;
    this.dropped = null;
    this.frame = frame.parent;
    this.ordinals += units - 1;
    if (!frame.parent) this.emitSource(frame.element);
    this.emit(dropped.draft());
  }

  private emitUnit(frame: UnitFrame, revision = false): void {
    const source = frame.parent ? this.source : this.emitSource(frame.element);
    const { unit, missing, problems } = mapUnit(
      frame,
      frame.parent ? null : { title: source?.title ?? null, header: this.header.element },
    );
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
    this.source = describeSource(this.header.element, archdesc, this.envelope);
    this.emit(this.source);
    return this.source;
  }

  /** The first unit with an id has it; others are told apart by what they say (design §3). */
  private claimId(frame: UnitFrame, id: string | null): void {
    if (id === null || this.ids.add(id)) {
      frame.componentId = id;
      return;
    }
    this.tally.add('id-repeated', { line: frame.element.line, xpath: frame.xpath, found: id }, (n) =>
      n === 1
        ? `another unit of this file has the id ${id}: kept without it`
        : `${n} units have the id of another unit of this file, ${id} first: kept without it`,
    );
  }

  private count(frame: UnitFrame): void {
    const place = { line: frame.element.line, xpath: frame.xpath };
    if (frame.missing.level)
      this.tally.add(
        'level-missing',
        place,
        (n) => `${counted(n, 'component')} without level: inferred from the place in the tree`,
      );
    if (frame.missing.title)
      this.tally.add(
        'title-missing',
        place,
        (n) => `${counted(n, 'component')} without title: date, code or content stands for it`,
      );
  }
}
