'use server';

import { turnAfter } from '#lib/http/forms/sound-form.ts';
import { redirect } from 'next/navigation';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { instantInWords } from '#lib/i18n/dates.ts';
import { daySchema } from '#lib/procedures/day.ts';
import { pathWords } from '#lib/procedures/types/problem.ts';
import { loadTypesDesk } from '../../../load-types-desk.ts';
import { namesOf } from '../../../who.ts';
import type { DraftForm } from '../answer-edit.ts';
import { loadVersion } from '../load-version.ts';
import { seenRevision } from '../seen-revision.ts';
import type { PublishState } from './publish-state.ts';

/** Publishes a draft from a day, or takes it away; as it was seen on this page, or not at all. */
export async function publishOrWithdraw(
  { code, version }: DraftForm,
  before: PublishState,
  data: FormData,
): Promise<PublishState> {
  const { t, lang } = await pageContext();
  const desk = await loadTypesDesk();
  const { typeDrafts, procedureTypes, titolari, today } = composition();
  const day = String(data.get('day') ?? '');
  const again = (title: string, lines: PublishState['lines']): PublishState => ({
    turn: turnAfter(before),
    day,
    title,
    lines,
  });
  const plain = (text: string) => ({ href: null, text });
  const withdraws = data.get('intent') === 'withdraw';
  const title = t(withdraws ? 'publish.notWithdrawn' : 'publish.refused');
  const loaded = await loadVersion(code, String(version));
  if (!loaded) return again(title, [plain(t('edit.gone'))]);
  const permission = desk.mayEdit(loaded.units);
  if (!permission.allowed) return again(title, [plain(permission.reason.text[lang])]);
  const edit = { code, version, revision: seenRevision(data), by: desk.by };
  const validFrom = daySchema.safeParse(day);
  if (!withdraws && !validFrom.success) return again(title, [plain(t('publish.dayWanted'))]);
  const result =
    withdraws || !validFrom.success
      ? await typeDrafts.withdrawDraft(edit)
      : await typeDrafts.publishDraft({
          ...edit,
          validFrom: validFrom.data,
          today: today(),
          context: {
            catalogue: procedureTypes.catalogue(),
            units: procedureTypes.units(),
            titolari: titolari.versions(),
            today: today(),
          },
        });
  const at = `/direzione/procedimenti/${encodeURIComponent(code)}/${version}`;
  switch (result.kind) {
    case 'done':
      await procedureTypes.refresh();
      redirect(withdraws ? '/direzione/procedimenti?fatto=ritirata' : at);
    case 'gone':
      return again(title, [plain(t('edit.gone'))]);
    case 'unfit':
      return again(
        title,
        result.problems.map(({ line, path, message }) => ({
          href: `${at}#riga-${line}`,
          text: `${t('edit.line', { line: String(line) })}: ${path.length > 0 ? `${pathWords(path)}: ` : ''}${message[lang]}`,
        })),
      );
    case 'conflict': {
      const who = (await namesOf([result.changedBy]))(result.changedBy);
      const when = instantInWords(result.changedAt, lang);
      const words = result.status === 'published' ? 'edit.publishedMeanwhile' : 'publish.conflict';
      return again(title, [{ href: `${at}/pubblica`, text: t(words, { who, when }) }]);
    }
  }
}
