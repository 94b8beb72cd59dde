import type { ProcedureReading } from './procedure-reading.ts';
import type { ProcedureWriting } from './procedure-writing.ts';

export type * from './procedure-reading.ts';
export type * from './procedure-writing.ts';
export type * from './case-view.ts';
export type * from './work-query.ts';
export type { Actor } from './actor.ts';

/** Procedures: the only way to read and write them. One per process. */
export type ProcedureStore = ProcedureReading & ProcedureWriting;
