import type { Reach } from '#lib/access/reach.ts';
import { romeDay } from '#lib/procedures/rome.ts';
import type { SendClient } from '#lib/send-platform/send-client.ts';
import { openDesk } from '#lib/store/procedures/open-desk.ts';
import type { ProcedureStoreParts } from '#lib/store/procedures/procedure-store.ts';
import {
  countDeliveryTasks,
  deliveriesOf,
  deliveryTasksOf,
  type DeliveryTaskLine,
  type DeliveryView,
} from './find-deliveries.ts';
import { hearReceipts } from './hear-receipts.ts';
import { prepareDelivery, type Prepared, type PrepareRequest } from './prepare-delivery.ts';
import { say, type SayRequest, type SayResult } from './say.ts';
import { settle, type SettleRequest, type SettleResult } from './settle.ts';
import { tendOneSend } from './tend-send.ts';

export type { DeliveryTaskLine, DeliveryView } from './find-deliveries.ts';
export type { NotPrepared, PrepareRequest, Way } from './prepare-delivery.ts';
export type { SayRequest, SayResult } from './say.ts';
export type { SettleRequest, SettleResult } from './settle.ts';

/** Deliveries of acts with legal effect: the only way to read and write them. One per process. */
export interface DeliveryStore {
  /** Of a case that the caller may see. */
  ofCase(procedure: string): Promise<DeliveryView[]>;
  tasks(reach: Reach, after?: string): Promise<{ lines: DeliveryTaskLine[]; next: string | null }>;
  countTasks(reach: Reach): Promise<number>;
  prepare(request: PrepareRequest): Promise<Prepared>;
  say(request: SayRequest): Promise<SayResult>;
  settle(request: SettleRequest): Promise<SettleResult>;
  /** Receipts of PEC that have come; how many said something. */
  hearReceipts(signal?: AbortSignal): Promise<number>;
  /** One delivery by SEND that is due; false where none is. */
  tendSend(client: SendClient): Promise<boolean>;
}

export function createDeliveryStore(parts: ProcedureStoreParts): DeliveryStore {
  const desk = openDesk(parts);
  const today = () => romeDay(desk.now());
  // Whoever decides on a case decides by the types of now.
  const current = async <T>(work: () => Promise<T>): Promise<T> => {
    await desk.types.current();
    return work();
  };
  return {
    ofCase: (procedure) => deliveriesOf(desk.pool, procedure, today()),
    tasks: (reach, after) => deliveryTasksOf(desk.pool, reach, today(), after),
    countTasks: (reach) => countDeliveryTasks(desk.pool, reach, today()),
    prepare: (request) => current(() => prepareDelivery(desk, request)),
    say: (request) => current(() => say(desk, request)),
    settle: (request) => current(() => settle(desk, request)),
    hearReceipts: (signal) => current(() => hearReceipts(desk, signal)),
    tendSend: (client) => current(() => tendOneSend(desk, client)),
  };
}
