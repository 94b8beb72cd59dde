/** Who can be tried out on a site of one's own, each with one button (design §4). */
export const staffPersonas = ['operatore', 'responsabile', 'dirigente', 'archivista'] as const;
export const citizenPersonas = ['cittadina', 'delegato', 'impresa'] as const;
export const personas = [...citizenPersonas, ...staffPersonas] as const;
export type Persona = (typeof personas)[number];

/** The persona of that name. */
export const personaOf = (name: unknown): Persona | null => personas.find((persona) => persona === name) ?? null;
