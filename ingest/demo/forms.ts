import type { Description, MapFacts, Preservation } from '#ingest/demo/model.ts';

const STATES: readonly Preservation[] = ['Buono', 'Discreto', 'Buono', 'Mediocre', 'Discreto', 'Buono', 'Ottimo'];
const BINDINGS = [
  'Legatura in pergamena floscia con correggia.',
  'Legatura in mezza pelle su assi, dorso a tre nervi.',
  'Legatura in cartone alla rustica.',
  'Legatura in piena pergamena, titolo manoscritto sul dorso.',
  'Legatura moderna in tela.',
];

/** Wear that follows from the number of leaves: varied, yet the same at every run. */
export function stateOf(number: number): Preservation {
  return STATES[number % STATES.length] ?? 'Buono';
}

/** One leaf is `c. 1`. */
function leavesOf(number: number): string {
  return `${number === 1 ? 'c.' : 'cc.'} ${number}`;
}

/** A bound register: leaves, blanks and binding. */
export function register(leaves: number, more: Description = {}): Description {
  const blank = leaves % 11;
  return {
    type: 'Registro',
    extent: leavesOf(leaves),
    physical: `Numerazione coeva per carte${blank === 0 ? '' : `; bianche le ultime ${blank}`}.`,
    binding: BINDINGS[leaves % BINDINGS.length] ?? '',
    size: [30 + (leaves % 14), 21 + (leaves % 9)],
    state: stateOf(leaves),
    ...more,
  };
}

/** A bound volume of loose papers. */
export function volume(leaves: number, more: Description = {}): Description {
  return register(leaves, { type: 'Volume', ...more });
}

/** A box and what it holds. */
export function box(pieces: number, more: Description = {}): Description {
  return { type: 'Busta', extent: `1 busta, fascc. ${pieces}`, state: stateOf(pieces), ...more };
}

/** A case file: leaves and cover. */
export function dossier(leaves: number, more: Description = {}): Description {
  return { type: 'Fascicolo', extent: `1 fascicolo, ${leavesOf(leaves)}`, state: stateOf(leaves), ...more };
}

/** A file threaded on a string, as chanceries kept loose papers. */
export function thread(leaves: number, more: Description = {}): Description {
  return { type: 'Filza', extent: `1 filza, ${leavesOf(leaves)}`, state: stateOf(leaves), ...more };
}

/** A single leaf or sheet of correspondence. */
export function sheet(leaves: number, more: Description = {}): Description {
  return { type: 'Foglio', extent: leavesOf(leaves), state: stateOf(leaves), size: [30, 21], ...more };
}

/** A parchment, measured in centimetres. */
export function parchment(height: number, width: number, more: Description = {}): Description {
  return {
    type: 'Pergamena',
    extent: '1 pergamena',
    size: [height, width],
    state: stateOf(height),
    languages: ['lat'],
    ...more,
  };
}

/** A map or drawing. */
export function drawing(height: number, width: number, map: MapFacts, more: Description = {}): Description {
  return { type: 'Disegno', extent: '1 disegno', size: [height, width], state: stateOf(width), map, ...more };
}
