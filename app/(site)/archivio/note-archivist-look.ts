import { currentSession } from '#lib/auth/session.ts';
import { composition } from '#lib/composition.ts';

/** Writes down that the archive's desk opened the fascicolo of a case: its parties read it among the looks at their data. */
export async function noteArchivistLook(id: string): Promise<void> {
  const session = await currentSession();
  if (session?.kind !== 'staff') return;
  const role = session.roles.find((one) => one.role === 'archivist') ?? session.roles[0];
  if (!role) return;
  const as = { role: role.role, unit: role.unit };
  await composition().looks.note({ member: session.member, kind: 'case.read', subject: id, as });
}
