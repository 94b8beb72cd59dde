import type { AgentKind } from '#lib/records/agent.ts';
import type { AccessPoint } from '#lib/records/description.ts';
/** Elements of EAD that name agents and access points: the same in EAD 2002, apeEAD and EAD3. */
export const nameElements: Record<AgentKind, string> = {
  person: 'persname',
  family: 'famname',
  corporateBody: 'corpname',
  unknown: 'name',
};

export const pointElements: Record<AccessPoint['kind'], string> = {
  subject: 'subject',
  place: 'geogname',
  person: 'persname',
  family: 'famname',
  corporateBody: 'corpname',
  name: 'name',
  genre: 'genreform',
  function: 'function',
  occupation: 'occupation',
  title: 'title',
};
