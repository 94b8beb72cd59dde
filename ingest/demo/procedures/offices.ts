import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { Actor } from '#lib/store/procedures/actor.ts';
import type { DemoPeople } from '#lib/store/staff/demo-people.ts';
import type { Chance } from './chance.ts';

/** Who of the staff does what. */
export interface Offices {
  /** Somebody who may handle a case of the type in the office. */
  handler(unit: string, type: string, chance: Chance, except?: string): string;
  /** The person responsible in an office; where nobody is, the manager. */
  responsible(unit: string): string;
  frontOffice(): string;
  manager(): string;
}

export const officer = (id: string): Actor => ({ kind: 'officer', id });

export function officesOf(staff: DemoPeople['staff']): Offices {
  const withRole = (names: readonly string[], unit: string | null, type?: string) =>
    staff.filter(({ roles }) =>
      roles.some(
        ({ role, unit: at, types }) =>
          names.includes(role) && at === unit && (type === undefined || types === null || types.includes(type)),
      ),
    );
  const manager = withRole(['manager'], null)[0]?.id;
  if (!manager) throw new Error('nobody of the staff manages all offices');
  const responsible = (unit: string) => withRole(['responsible'], unit)[0]?.id ?? manager;
  return {
    handler: (unit, type, chance, except) => {
      const head = responsible(unit);
      const weighted = withRole(['officer', 'archivist', 'responsible'], unit, type)
        .filter(({ id }) => id !== except)
        // Those who can be tried out have the most to show.
        .map(({ id, persona }): [string, number] => [id, (persona ? 4 : 3) * (id === head ? 0.6 : 1.2)]);
      const [first, ...others] = weighted;
      return first ? chance.weighted([first, ...others]) : head;
    },
    responsible,
    frontOffice: () => staff.find(({ roles }) => roles.some(({ role }) => role === 'frontOffice'))?.id ?? manager,
    manager: () => manager,
  };
}

/** Who signs for the deciding office; the holder of the substitute power where that was called. */
export const signs = (offices: Offices, type: ProcedureType, substituted: boolean): string =>
  substituted ? offices.manager() : offices.responsible(type.decidingOffice);
