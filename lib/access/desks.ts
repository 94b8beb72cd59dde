import type { Text } from '#lib/procedures/types/text.ts';
import type { Session } from './session.ts';
import { mayServe } from './counter.ts';
import { mayKeepArchive } from './keeping.ts';
import { mayKeepRegister } from './protocol.ts';
import { keepsTypes } from './types.ts';

/** A desk of the house, and whose it is. */
export interface Desk {
  path: string;
  name: Text;
  isFor(session: Session): boolean;
}

/** Those that are built; each comes with what is behind it. */
export const desks: readonly Desk[] = [
  {
    path: '/mia-pagina',
    name: { it: 'Mia Pagina', en: 'My page' },
    isFor: (session) => session.kind === 'citizen',
  },
  {
    path: '/sportello',
    name: { it: 'Sportello', en: 'Front office' },
    isFor: (session) => mayServe(session).allowed,
  },
  {
    path: '/ufficio',
    name: { it: 'Ufficio', en: 'Office' },
    isFor: (session) => session.kind === 'staff' && session.roles.some(({ role }) => role !== 'administrator'),
  },
  {
    path: '/archivio',
    name: { it: 'Archivio', en: 'Archive' },
    isFor: (session) => mayKeepArchive(session).allowed,
  },
  {
    path: '/direzione/procedimenti',
    name: { it: 'Procedimenti', en: 'Procedure types' },
    isFor: (session) => session.kind === 'staff' && session.roles.some(keepsTypes),
  },
  {
    path: '/protocollo',
    name: { it: 'Protocollo', en: 'Register' },
    isFor: (session) => mayKeepRegister(session).allowed,
  },
];

/** The desks of somebody. */
export const desksOf = (session: Session, all: readonly Desk[] = desks): Desk[] =>
  all.filter((desk) => desk.isFor(session));

/** The desk at which an address lies. */
export const deskAt = (pathname: string, all: readonly Desk[] = desks): Desk | undefined =>
  all.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));

/** Whether an address lies at a desk: nobody gets there without having signed in. */
export const isAtDesk = (pathname: string, all: readonly Desk[] = desks): boolean =>
  deskAt(pathname, all) !== undefined;
