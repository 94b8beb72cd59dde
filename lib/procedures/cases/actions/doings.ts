import type { Action, ActionKind } from '../action.ts';
import type { Fact } from '../course.ts';
import type { Reason } from '../decision.ts';
import type { Standing } from '../standing.ts';
import { askAttestation, issueAttestation } from './attestation.ts';
import { close } from './close.ts';
import type { Doing, Refused } from './doing.ts';
import { correctDelivery, noteDelivery } from './delivery.ts';
import { extend } from './extend.ts';
import { assign, passOn, take } from './handling.ts';
import { addDocument, addReference, writeNote } from './keeping.ts';
import { writeMessage } from './message.ts';
import { noteAnswer, noteReceipt } from './party.ts';
import { reopen } from './reopen.ts';
import { askSubstitute, startSubstitute } from './substitute.ts';

/** Actions that move the case along no line of its graph. */
export type DoingKind = Exclude<ActionKind, 'advance' | 'letTimeAct'>;

const doings: { [K in DoingKind]: Doing<K> } = {
  take,
  assign,
  passOn,
  noteReceipt,
  noteDelivery,
  correctDelivery,
  noteAnswer,
  writeMessage,
  extend,
  addDocument,
  addReference,
  writeNote,
  askSubstitute,
  startSubstitute,
  askAttestation,
  issueAttestation,
  close,
  reopen,
};

export const doingKinds = Object.keys(doings).filter((kind): kind is DoingKind => kind in doings);

export const doingBars = (kind: DoingKind, standing: Standing): Reason[] => doings[kind].bars(standing);

export function doingDone<K extends DoingKind>(
  standing: Standing,
  action: Extract<Action, { kind: K }>,
  kind: K,
): readonly Fact[] | Refused {
  return doings[kind].done(standing, action);
}
