import { allowed, denied, type Permission } from './permission.ts';
import type { Session } from './session.ts';
import { keepsTypes } from './types.ts';

/** Whether somebody may close the offices on a day: the days of all of them are counted by it, so that one office's manager may not. */
export const mayEditCalendar = (session: Session): Permission =>
  session.kind === 'staff' && session.roles.some((role) => role.unit === null && keepsTypes(role))
    ? allowed
    : denied(
        'wholeHouseOnly',
        'I giorni di chiusura li aggiunge chi dirige tutti gli uffici o amministra il catalogo.',
        'Days of closure are added by the manager of all offices or by who administers the catalogue.',
      );
