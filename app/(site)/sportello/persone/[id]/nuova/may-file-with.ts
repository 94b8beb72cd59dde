import { mayFileIn } from '#lib/access/counter.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { denied, type Permission } from '#lib/access/permission.ts';
import { composition } from '#lib/composition.ts';
import type { ProcedureType } from '#lib/procedures/types/procedure-type.ts';
import type { ServedPerson } from '../../../load-person.ts';

/** Whether a request of a type can be filed for somebody who stands at the counter. What the office begins by itself is begun by none of them. */
export function mayFileWith({ counter, contact, id }: ServedPerson, type: ProcedureType): Permission {
  const here = mayFileIn(contact);
  if (!here.allowed) return here;
  if (type.family === 'exOfficio' || !('channels' in type) || !type.channels.includes('counter')) return elsewhere;
  return mayFileFor(counter.session, { type, applicants: [id] }, composition().organisation());
}

const elsewhere = denied(
  'elsewhere',
  'Questa richiesta non si presenta allo sportello.',
  'This request is not filed at the counter.',
);
