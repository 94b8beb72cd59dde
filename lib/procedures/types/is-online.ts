import type { ProcedureType } from './procedure-type.ts';

/** Whether a request of this type can be filed on this site now. Those that answer a call wait for the call to be published here. */
export const isOnline = (type: ProcedureType): boolean =>
  'onlineService' in type &&
  type.onlineService.kind === 'available' &&
  type.channels.includes('web') &&
  type.family !== 'ranking';
