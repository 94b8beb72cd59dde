import type { Named } from './judgement.ts';

interface Fonds {
  itself: Named;
  /** A unit with a reference code. */
  unit(code: string, title: string): Named;
  /** A series or the like, which has no code; within another than the fonds where told. */
  group(title: string, parent?: string): Named;
}

function fonds(name: string): Fonds {
  return {
    itself: { kind: 'record', fonds: name, code: null, title: name, parent: null },
    unit: (code, title) => ({ kind: 'record', fonds: name, code, title }),
    group: (title, parent = name) => ({ kind: 'record', fonds: name, code: null, title, parent }),
  };
}

export const deputati = fonds('Deputati ad utilia');
export const ducali = fonds('Ducali');
export const estimi = fonds('Estimi');
export const campatico = fonds('Campatico');
export const strade = fonds('Strade, piazze, mura, fiere e mercati, stazi, fabbriche');
export const sanita = fonds('Ufficio di sanità');
export const canapi = fonds('Canapi');
export const causePie = fonds('Ufficio alle cause pie');
export const comune = fonds('Comune di Padova, Archivio generale');
