import { allowed, denied, type Permission } from './permission.ts';
import type { Session } from './session.ts';

/** Whether somebody keeps the archive: the repertorio dei fascicoli, the titolario and the repertori (DPR 445/2000 arts. 61, 64). */
export const mayKeepArchive = (session: Session): Permission =>
  session.kind === 'staff' && session.roles.some(({ role }) => role === 'archivist')
    ? allowed
    : denied(
        'archivistsOnly',
        'L’archivio lo tengono gli archivisti del Comune.',
        'The archive is kept by the archivists of the Comune.',
        'DPR 445/2000 art. 61',
      );
