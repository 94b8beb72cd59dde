import type { KnownBy } from './session.ts';

/** Who can be tried out on a site of one's own, each with one button (design §4). */
export const staffPersonas = ['sportello', 'operatore', 'responsabile', 'dirigente', 'archivista'] as const;
export const citizenPersonas = ['cittadina', 'delegato', 'impresa', 'studiosa'] as const;
export const personas = [...citizenPersonas, ...staffPersonas] as const;
export type Persona = (typeof personas)[number];

/** By what each is known when they come in by their button: the scholar from abroad by her e-mail address, and nothing else. */
export const knownByOf = (persona: Persona): KnownBy => (persona === 'studiosa' ? 'verifiedEmail' : 'demonstration');

/** The persona of that name. */
export const personaOf = (name: unknown): Persona | null => personas.find((persona) => persona === name) ?? null;
