'use server';

import { redirect } from 'next/navigation';
import { caseFacts } from '#lib/access/case-facts.ts';
import { mayAct } from '#lib/access/procedures.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { fileFormats } from '#lib/http/file-format.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import type { FormState } from '#lib/http/form-view.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { readDispatch, readEnd, readHand, readWay, type Wanting } from '#lib/http/read-delivery.ts';
import { readFile, type ReadFile } from '#lib/http/read-file.ts';
import { dayInWords } from '#lib/i18n/dates.ts';
import type { Reason } from '#lib/procedures/cases/decision.ts';
import type { Said } from '#lib/procedures/delivery/delivery.ts';
import type { CaseView } from '#lib/store/procedures/procedure-store.ts';
import { doneAddress, formAgain } from './case-form.ts';
import { loadDesk, type DeskContext } from './load-desk.ts';

type Again = ReturnType<ReturnType<typeof formAgain>>;

/** What a form of the deliveries stands on; `refused` where who sends it may not. */
async function deliverer(before: FormState, data: FormData) {
  const { t, lang } = await pageContext();
  const { procedures } = composition();
  const desk = await loadDesk();
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const view = await procedures.findCase(raw.text('case'), desk.reach);
  const refused = (lines: string[]): Again => again({ notice: { title: t('deliveries.refusedTitle'), lines } });
  if (!view) return { refused: refused([t('case.unknownText')]) };
  const facts = caseFacts(view.procedure, view.context.type, view.context.catalogue);
  const permission = mayAct(desk.session, facts, 'noteDelivery', desk.organisation);
  if (!permission.allowed) return { refused: refused([permission.reason.text[lang]]) };
  const wanted = ({ fields }: Wanting): Again =>
    again({
      problems: fields.map(({ name, message, day }) => ({
        name,
        message: t(message, day ? { day: dayInWords(day, lang) } : {}),
      })),
    });
  const reasons = (list: readonly Reason[]) => refused(list.map(({ text }) => text[lang]));
  const done = (): never => redirect(doneAddress(raw, view.procedure.id, 'deliver', 'consegne'));
  return { raw, view, desk, t, again, refused, wanted, reasons, done };
}

/** An act is sent by a channel, or noted as handed over. */
export async function prepareDeliveryOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await deliverer(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, desk, t, again, refused, wanted, reasons, done } = form;
  const { deliveries, mail, send } = composition();
  const channel = raw.text('channel');
  if (channel === 'pec' && !(mail.smtp && mail.address)) return refused([t('deliveries.pecOff')]);
  if (channel === 'send' && !send) return refused([t('deliveries.sendOff')]);
  const way = readWay(raw, mail.address ?? '');
  if (way.kind === 'wanting') return wanted(way);
  const [agent, body, act] = [raw.text('to'), raw.text('body').slice(0, 200), raw.text('act')];
  if (agent === '' && body === '') return again({ problems: [{ name: 'to', message: t('deliveries.wantedTo') }] });
  if (act === '') return again({ problems: [{ name: 'act', message: t('deliveries.wantedAct') }] });
  // All that can be wrong is looked at before anything is written.
  const basis = basisOf(view);
  const hand = channel === 'hand' ? readHand(raw, basis) : null;
  if (hand?.kind === 'wanting') return wanted(hand);
  const posted = channel === 'post' && raw.text('sentOn') !== '' ? readDispatch(raw, 'sentOn', basis.today) : null;
  if (posted?.kind === 'wanting') return wanted(posted);
  const file = await fileOf(raw, channel === 'hand', t);
  if (file.kind === 'problem') return again({ problems: [{ name: 'file', message: file.message }] });
  const prepared = await deliveries.prepare({
    procedure: view.procedure.id,
    reach: desk.reach,
    actor: actorOf(desk),
    notice: Number(raw.text('notice')),
    to: agent === '' ? { name: body } : { agent },
    act,
    way: way.way,
  });
  if (prepared.kind === 'refused') return refused([t(`deliveries.refused.${prepared.why}`)]);
  const { id } = prepared.held;
  if (posted) await told(desk, view, id, posted.said);
  if (!hand) return done();
  const evidence = await keptEvidence(desk, view, file.file, t('deliveries.signedCopyTitle'));
  if ('refused' in evidence) return refused(evidence.refused);
  const said = hand.said.kind === 'arrived' ? { ...hand.said, evidence: evidence.record } : hand.said;
  const result = await told(desk, view, id, said);
  return result.kind === 'refused' ? reasons(result.reasons) : done();
}

/** It was handed to the post. */
export async function dispatchDeliveryOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await deliverer(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, desk, wanted, reasons, done } = form;
  const read = readDispatch(raw, 'on', basisOf(view).today);
  if (read.kind === 'wanting') return wanted(read);
  const result = await told(desk, view, raw.text('delivery'), read.said);
  return result.kind === 'refused' ? reasons(result.reasons) : done();
}

/** What became of it: as the card says, or as an officer knows. */
export async function endDeliveryOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await deliverer(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, desk, t, again, refused, wanted, reasons, done } = form;
  const id = raw.text('delivery');
  const found = (await composition().deliveries.ofCase(view.procedure.id)).find((one) => one.id === id);
  if (!found) return refused([t('deliveries.refused.unknown')]);
  const { carrier } = found.delivery;
  const read = readEnd(raw, carrier, basisOf(view));
  if (read.kind === 'wanting') return wanted(read);
  const file = await fileOf(raw, false, t);
  if (file.kind === 'problem') return again({ problems: [{ name: 'file', message: file.message }] });
  const evidence = await keptEvidence(desk, view, file.file, t('deliveries.scanTitle'));
  if ('refused' in evidence) return refused(evidence.refused);
  const said = read.said.kind === 'dispatched' ? read.said : { ...read.said, evidence: evidence.record };
  const result = await told(desk, view, id, said);
  return result.kind === 'refused' ? reasons(result.reasons) : done();
}

/** Which of two things said counts, or that a failure needs no other way. */
export async function settleDeliveryOf(before: FormState, data: FormData): Promise<FormState> {
  const form = await deliverer(before, data);
  if (!form.raw) return form.refused;
  const { raw, view, desk, t, again, reasons, done } = form;
  const [keep, reason] = [raw.text('keep'), raw.text('why').slice(0, 1000)];
  if (keep !== 'keep' && keep !== 'take')
    return again({ problems: [{ name: 'keep', message: t('deliveries.wantedChoice') }] });
  if (reason === '') return again({ problems: [{ name: 'why', message: t('deliveries.wantedReason') }] });
  const result = await composition().deliveries.settle({
    procedure: view.procedure.id,
    delivery: raw.text('delivery'),
    reach: desk.reach,
    actor: actorOf(desk),
    keep: keep === 'keep',
    reason,
  });
  return result.kind === 'refused' ? reasons(result.reasons) : done();
}

const actorOf = ({ session }: DeskContext) => ({ kind: 'officer', id: session.member }) as const;

const basisOf = ({ context: { law, calendar } }: CaseView) => ({
  today: composition().today(),
  law,
  calendar,
  evidence: null,
});

const told = (desk: DeskContext, { procedure }: CaseView, delivery: string, said: Said) =>
  composition().deliveries.say({
    procedure: procedure.id,
    delivery,
    reach: desk.reach,
    actor: actorOf(desk),
    said,
  });

type Translated = Awaited<ReturnType<typeof pageContext>>['t'];
type Sent = (ReadFile & { kind: 'read' })['file'];

async function fileOf(
  raw: RawForm,
  required: boolean,
  t: Translated,
): Promise<{ kind: 'file'; file: Sent | null } | { kind: 'problem'; message: string }> {
  const sent = raw.file('file');
  if (!sent && !required) return { kind: 'file', file: null };
  const read = await readFile(sent, fileFormats);
  return read.kind === 'read'
    ? { kind: 'file', file: read.file }
    : { kind: 'problem', message: fileProblem(read, fileFormats, t) };
}

/** The proof joins the fascicolo as the office's own document. */
async function keptEvidence(
  desk: DeskContext,
  { procedure }: CaseView,
  file: Sent | null,
  title: string,
): Promise<{ record: string | null } | { refused: string[] }> {
  if (!file) return { record: null };
  const { lang, t } = await pageContext();
  const result = await composition().procedures.addDocument({
    id: procedure.id,
    reach: desk.reach,
    actor: actorOf(desk),
    expected: null,
    document: { ...file, kind: 'other', code: null, title, flow: 'internal' },
  });
  if (result.kind === 'added') return { record: result.record };
  const known = result.kind === 'refused' || result.kind === 'notAdmitted';
  return { refused: known ? result.reasons.map(({ text }) => text[lang]) : [t('case.unknownText')] };
}
