import { mayAnswer } from '#lib/access/answering.ts';
import { caseFacts, type CaseFacts } from '#lib/access/case-facts.ts';
import { mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { desks } from '#lib/access/desks.ts';
import { mayFileFor } from '#lib/access/filing.ts';
import { mayKeepArchive } from '#lib/access/keeping.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { mayWrite } from '#lib/access/request-drafts.ts';
import { mayKeepRegister } from '#lib/access/protocol.ts';
import { reachOf } from '#lib/access/reach-of.ts';
import type { CitizenSession, Session } from '#lib/access/session.ts';
import type { Composition } from '#lib/composition.ts';
import { isIdentifier } from '#lib/records/identifier.ts';

/** What the guard asks. */
export type GuardParts = Pick<Composition, 'organisation' | 'procedureTypes' | 'procedures' | 'today'>;

/**
 * Whether the bytes of a form's files may be taken from somebody: decided by `lib/access` before the first one is read. The action that the
 * form belongs to decides again about what it is asked to do.
 * @param typed the fields that stand above the file in its form
 */
export async function mayTakeFiles(
  parts: GuardParts,
  pathname: string,
  session: Session,
  typed: ReadonlyMap<string, string>,
): Promise<boolean> {
  const [, online] = /^\/servizi\/([^/]+)\/richiesta\/bozza\/[0-9a-f]{32}\/documenti$/.exec(pathname) ?? [];
  if (online) {
    const type = parts.procedureTypes.findType(online, parts.today());
    return Boolean(type && mayWrite(session, type));
  }
  // The deed of a delegation, which whoever is signed in may give or show.
  if (/^\/mia-pagina\/deleghe\/(nuova|su-carta)$/.test(pathname))
    return session.kind === 'citizen' && mayReceiveDelegation(session).allowed;
  const [, mine] = /^\/mia-pagina\/pratiche\/([^/]+)$/.exec(pathname) ?? [];
  if (mine) return session.kind === 'citizen' && mayAnswerCase(parts, session, mine);
  if (session.kind !== 'staff') return false;
  if (pathname.startsWith('/protocollo/')) return mayKeepRegister(session).allowed;
  if (pathname.startsWith('/archivio/')) return mayKeepArchive(session).allowed;
  if (!pathname.startsWith('/ufficio') || !desks.some(({ path, isFor }) => path === '/ufficio' && isFor(session)))
    return false;
  const [, code] = /^\/ufficio\/nuova\/([^/]+)$/.exec(pathname) ?? [];
  const organisation = parts.organisation();
  if (code) {
    const type = parts.procedureTypes.findType(code, parts.today());
    return Boolean(type && mayFileFor(session, { type, applicants: [null] }, organisation).allowed);
  }
  const facts = await factsOf(parts, session, typed.get('case') ?? typed.get('id') ?? '');
  return facts !== null && mayAct(session, facts, 'addDocument', organisation).allowed;
}

/** Of one's own case, while the office has asked for something. */
async function mayAnswerCase(parts: GuardParts, session: CitizenSession, id: string): Promise<boolean> {
  const facts = await factsOf(parts, session, id);
  return facts !== null && mayAnswer(session, facts, parts.organisation()).allowed;
}

/** Null where none is within reach. */
async function factsOf(parts: GuardParts, session: Session, id: string): Promise<CaseFacts | null> {
  const ids = isIdentifier(id) ? [id] : [];
  const handled = (await parts.procedures.findHandled(ids, reachOf(session, parts.organisation()))).get(id);
  return handled ? caseFacts(handled.procedure, handled.context.type, handled.context.catalogue) : null;
}
