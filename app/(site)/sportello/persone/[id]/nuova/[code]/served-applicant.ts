import { composition } from '#lib/composition.ts';
import type { ServedApplicant } from '#lib/http/counter/identified-form.ts';
import type { ServedPerson } from '../../../../load-person.ts';

/** Whom the form is filled in for, and in which contact. */
export async function servedApplicant({
  id,
  person,
  contact,
}: ServedPerson): Promise<ServedApplicant & { contact: string }> {
  const { ownData, today } = composition();
  const profile = await ownData.profile(id);
  return {
    agent: id,
    name: person.name,
    isBody: person.isBody,
    taxCode: profile?.taxCode ?? null,
    today: today(),
    contact: contact.code,
  };
}
