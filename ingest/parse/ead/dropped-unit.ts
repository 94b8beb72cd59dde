import type { Problem, QuarantinedUnit } from '#ingest/draft.ts';
import { serialise } from '#ingest/parse/xml/serialise.ts';
import { isComponent } from './components.ts';
import { componentIdOf } from './identity.ts';
import type { UnitFrame } from './frame.ts';

/** A unit that is too large to be loaded: of what is still to come of it only the number of components matters. */
export class DroppedUnit {
  /** It and the components below it. */
  units = 1;
  private depth: number;
  private readonly raw: string;
  private readonly componentId: string | null;

  constructor(
    readonly frame: UnitFrame,
    private readonly problem: Problem,
  ) {
    // The open elements of the unit, its own included, are closed by events still to come.
    this.depth = frame.open.length + frame.flattened - 1;
    this.raw = serialise(frame.element);
    this.componentId = componentIdOf(frame.element);
    frame.element.content = [];
  }

  opened(name: string): void {
    this.depth++;
    if (isComponent(name) || name === 'archdesc') this.units++;
  }

  /** Whether this was the end of the unit itself. */
  closed(): boolean {
    return this.depth-- === 0;
  }

  draft(): QuarantinedUnit {
    return {
      kind: 'quarantined',
      problem: this.problem,
      units: this.units,
      componentId: this.componentId,
      parentOrdinal: this.frame.parent?.ordinal ?? null,
      raw: this.raw,
    };
  }
}
