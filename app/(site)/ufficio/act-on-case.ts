'use server';

import { redirect } from 'next/navigation';
import { caseFacts } from '#lib/access/case-facts.ts';
import { unknownUnit } from '#lib/access/known-unit.ts';
import { mayAct, mayReceive } from '#lib/access/procedures.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import type { FormNotice, FormState } from '#lib/http/form-view.ts';
import { forgedForm, soundForm } from '#lib/http/forms/sound-form.ts';
import { rawForm } from '#lib/http/raw-form.ts';
import { readAction } from '#lib/http/read-action.ts';
import { refillForm } from '#lib/http/refill-form.ts';
import { unregistered } from '#lib/http/action-form.ts';
import type { Action } from '#lib/procedures/cases/action.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import { dayWords } from '#lib/procedures/day-words.ts';
import { eventWords } from '#lib/projections/event-words.ts';
import type { ActResult, CaseView, Conflict } from '#lib/store/procedures/procedure-store.ts';
import { doneAddress, formAgain } from './case-form.ts';
import { loadDesk } from './load-desk.ts';

/** Does what a form of the case asks; who may is asked of `lib/access`, whether the law lets it happen of the store. */
export async function actOnCase(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const { procedures, procedureTypes } = composition();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const desk = await loadDesk();
  const id = raw.text('case');
  const view = await procedures.findCase(id, desk.reach);
  if (!view) return again({ notice: { title: t('case.unknown'), lines: [t('case.unknownText')] } });
  const read = readAction(raw, { member: desk.session.member, unregistered: unregistered(view) });
  if (read.kind === 'wanting')
    return again({ problems: read.fields.map(({ name, message }) => ({ name, message: t(message) })) });
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAct(desk.session, facts, read.action, desk.organisation);
  if (!permission.allowed) return again({ notice: refusalNotice(t('case.notYours'), [permission.reason], lang) });
  const receiver = await unfitReceiver(read.action, view);
  if (receiver) return again({ notice: refusalNotice(t('case.notTheirs'), [receiver], lang) });
  const nowhere = unknownUnit(read.action, procedureTypes.units());
  if (nowhere) return again({ notice: refusalNotice(t('case.refused'), [nowhere], lang) });
  const result = await procedures.act({
    id,
    reach: desk.reach,
    actor: { kind: 'officer', id: desk.session.member },
    action: read.action,
    expected: Number(raw.text('version')) || null,
  });
  if (result.kind === 'done') redirect(doneAddress(raw, id, raw.text('action'), 'pratica'));
  const form = refillForm(soundForm(before) ?? forgedForm, raw);
  if (result.kind !== 'conflict') return again({ notice: noticeOf(result, t, lang) });
  // The next press is about the case as it stands now, and as the person has been told.
  const hidden = form.hidden.map((one) => (one.name === 'version' ? { ...one, value: String(result.version) } : one));
  return again({ form: { ...form, hidden }, notice: await conflictNotice(result, view) });
}

/** Nobody is given a case of their own, or one of another office. */
async function unfitReceiver(action: Action, view: CaseView): Promise<Reason | null> {
  if (action.kind !== 'assign' || action.to === null) return null;
  const { staff, organisation, today } = composition();
  const member = await staff.findSession({ kind: 'staff', id: action.to }, today());
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  if (member?.kind !== 'staff')
    return {
      code: 'unknownMember',
      text: { it: 'Questa persona non lavora più qui.', en: 'This person no longer works here.' },
      article: null,
      from: null,
    };
  const permission = mayReceive(member, facts, organisation());
  return permission.allowed ? null : permission.reason;
}

type Lang = 'it' | 'en';
type Translated = Awaited<ReturnType<typeof pageContext>>['t'];

const reasonLine = ({ text, article, from }: Reason, lang: Lang): string =>
  [
    text[lang],
    article && `(${article})`,
    from && (lang === 'it' ? `dal ${dayWords(from).it}` : `from ${dayWords(from).en}`),
  ]
    .filter(Boolean)
    .join(' ');

const refusalNotice = (title: string, reasons: readonly Reason[], lang: Lang): FormNotice => ({
  title,
  lines: reasons.map((reason) => reasonLine(reason, lang)),
});

function noticeOf(result: Exclude<ActResult, { kind: 'done' | 'conflict' }>, t: Translated, lang: Lang): FormNotice {
  if (result.kind !== 'refused') return { title: t('case.unknown'), lines: [t('case.unknownText')] };
  const allowed = [...new Set(result.allowed.map(({ label }) => label[lang]))];
  return {
    title: t('case.refused'),
    lines: [
      ...result.reasons.map((reason) => reasonLine(reason, lang)),
      ...(allowed.length > 0 ? [t('case.allowed', { what: allowed.join(', ') })] : []),
    ],
  };
}

/** Somebody else was first: what they did, in words. */
async function conflictNotice(conflict: Conflict, view: CaseView): Promise<FormNotice> {
  const { t, lang } = await pageContext();
  const { staff, procedureTypes } = composition();
  const who = conflict.since.map(({ actor }) => actor.replace(/^officer:/, ''));
  const taken = conflict.since.flatMap(({ event }) =>
    event.kind === 'activityTaken' ? [event.by] : event.kind === 'assigned' && event.to ? [event.to] : [],
  );
  const names = await staff.namesOfMembers([...who, ...taken]);
  const member = (id: string) => names.get(id) ?? t('history.system');
  const units = procedureTypes.units();
  return {
    title: t('case.conflict'),
    lines: [
      ...conflict.since.map(({ event, actor }) => {
        const { title } = eventWords(event, {
          graph: view.context.type.graph,
          catalogue: view.context.catalogue,
          unit: (code) => units.get(code) ?? { it: code, en: code },
          member,
        });
        return `${title[lang]} · ${member(actor.replace(/^officer:/, ''))}`;
      }),
      t('case.conflictKept'),
    ],
    links: [{ href: `/ufficio/pratiche/${conflict.procedure.id}`, label: t('case.conflictLook') }],
  };
}
