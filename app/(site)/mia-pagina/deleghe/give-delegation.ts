'use server';

import { redirect } from 'next/navigation';
import { givingProblems, mayGiveFor, mayReceiveDelegation } from '#lib/access/delegations/giving.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { deedFormats, fieldOf, readDelegation } from '#lib/http/delegation-form.ts';
import type { FormProblem, FormState } from '#lib/http/form-view.ts';
import { fileProblem } from '#lib/http/forms/file-problem.ts';
import { rawForm, type RawForm } from '#lib/http/raw-form.ts';
import { readFile } from '#lib/http/read-file.ts';
import { formAgain } from '#lib/http/forms/form-again.ts';
import { notAdmitted } from '#lib/procedures/cases/not-admitted.ts';
import type { Proof } from '#lib/store/delegations/delegation-store.ts';
import { loadMine, minePath } from '../load-mine.ts';
import { loadChoices } from './load-choices.ts';

/** Gives a delegation in a name. What it answers is the same whoever bears the tax code, and if nobody does. */
export async function giveDelegationOf(principal: string, before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const mine = await loadMine(principal);
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const { session, acting } = mine;
  const permission = acting.agent === principal ? mayGiveFor(session, principal) : mayGiveFor(session, '');
  if (!permission.allowed) return again({ notice: { title: t('own.refused'), lines: [permission.reason.text[lang]] } });
  const choices = await loadChoices(mine, 'give');
  const read = readDelegation(raw, choices);
  const own = await composition().ownData.profile(session.agent);
  const problems: FormProblem[] = [
    ...read.problems,
    ...givingProblems(read, choices.today).map((problem) => ({
      name: fieldOf(problem, read.scope),
      message: t(`own.wrong.${problem}`),
    })),
    ...(own?.taxCode === read.named.taxCode ? [{ name: 'taxCode', message: t('own.wrong.yourself') }] : []),
  ];
  if (problems.length > 0) return again({ problems });
  const deed = await readDeed(raw, session.agent, false);
  if (deed.kind === 'problem') return again({ problems: [{ name: 'proof', message: deed.message }] });
  const result = await composition().delegations.give({ ...read, proof: deed.proof, principal, by: session.agent });
  if (result.kind !== 'given')
    return again({ notice: { title: t('own.refused'), lines: [t(`own.refused.${result.kind}`)] } });
  redirect(minePath('/mia-pagina/deleghe', mine, { fatto: 'given' }));
}

/** Shows a deed on paper: the office looks at it before it counts. */
export async function claimDelegationOf(before: FormState, data: FormData): Promise<FormState> {
  const { t, lang } = await pageContext();
  const mine = await loadMine(undefined);
  const raw = rawForm(data);
  const again = formAgain(before, raw);
  const permission = mayReceiveDelegation(mine.session);
  if (!permission.allowed) return again({ notice: { title: t('own.refused'), lines: [permission.reason.text[lang]] } });
  const choices = await loadChoices(mine, 'claim');
  const read = readDelegation(raw, choices);
  const own = await composition().ownData.profile(mine.session.agent);
  const problems: FormProblem[] = [
    ...read.problems,
    ...givingProblems(read, choices.today, true).map((problem) => ({
      name: fieldOf(problem, read.scope),
      message: t(`own.wrong.${problem}`),
    })),
    ...(own?.taxCode === read.named.taxCode ? [{ name: 'taxCode', message: t('own.wrong.yourself') }] : []),
  ];
  if (problems.length > 0) return again({ problems });
  const deed = await readDeed(raw, mine.session.agent, true);
  if (deed.kind === 'problem') return again({ problems: [{ name: 'proof', message: deed.message }] });
  if (!deed.proof) return again({ problems: [{ name: 'proof', message: t('own.wrong.deed') }] });
  const result = await composition().delegations.claim({ ...read, proof: deed.proof, delegate: mine.session.agent });
  if (result.kind !== 'given')
    return again({ notice: { title: t('own.refused'), lines: [t(`own.refused.${result.kind}`)] } });
  redirect('/mia-pagina/deleghe?fatto=claimed');
}

type ReadDeed = { kind: 'deed'; proof: Proof | null } | { kind: 'problem'; message: string };

async function readDeed(raw: RawForm, by: string, wanted: boolean): Promise<ReadDeed> {
  const { t, lang } = await pageContext();
  const sent = await readFile(raw.file('proof'), deedFormats);
  if (sent.kind === 'missing')
    return wanted ? { kind: 'problem', message: t('own.wrong.deed') } : { kind: 'deed', proof: null };
  if (sent.kind !== 'read') return { kind: 'problem', message: fileProblem(sent, deedFormats, t) };
  const { file } = sent;
  if (!('received' in file)) return { kind: 'problem', message: t('own.wrong.deed') };
  const admitted = await composition().delegations.admit(file.received, `citizen:${by}`);
  if (admitted.kind !== 'admitted') {
    const { reasons } = notAdmitted(admitted, file.fileName);
    return { kind: 'problem', message: reasons.map(({ text }) => text[lang]).join(' ') };
  }
  const { storageKey, sha256, bytes } = admitted.kept;
  return { kind: 'deed', proof: { storageKey, sha256, bytes, format: file.format } };
}
