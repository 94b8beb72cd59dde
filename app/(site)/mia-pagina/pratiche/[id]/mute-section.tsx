import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { isMuted } from '#lib/store/notifications/mutes.ts';
import type { MyCaseFacts } from '../../load-my-case.ts';
import { muteCaseOf } from './mute-case.ts';

/** Whether one is told of this case elsewhere than on the page, and the way to change it. */
export async function MuteSection({ found: { mine, view } }: { found: MyCaseFacts }) {
  if (view.procedure.state === 'closed') return null;
  const { t } = await pageContext();
  const { id } = view.procedure;
  const muted = await isMuted(composition().pool, mine.session.agent, id);
  return (
    <section aria-labelledby="avvisi-pratica" className="my-who">
      <h2 id="avvisi-pratica">{t('mute.title')}</h2>
      <p>{t(muted ? 'mute.off' : 'mute.on')}</p>
      <form action={muteCaseOf}>
        <input type="hidden" name="id" value={id} />
        <button type="submit" name="wish" value={muted ? 'hear' : 'mute'} className="btn btn-outline-primary btn-sm">
          {t(muted ? 'mute.start' : 'mute.stop')}
        </button>
      </form>
    </section>
  );
}
