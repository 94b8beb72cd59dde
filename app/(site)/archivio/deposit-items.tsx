import { pageContext } from '#app/_components/page-context.ts';
import type { DepositLine, ItemLine } from '#lib/store/keeping/list-keeping.ts';
import { ItemFacts } from './item-facts.tsx';

/** The fascicoli of a transfer list, each with what is decided of it here while it is somebody's turn. */
export async function DepositItems({
  list,
  items,
  open,
  answer,
  take,
  back,
}: {
  list: DepositLine;
  items: readonly ItemLine[];
  open: boolean;
  answer: (data: FormData) => Promise<void>;
  /** Label of the button that takes one, where it can be taken. */
  take?: string;
  /** The button that does not let one go on, with a reason: `what` the action calls it. */
  back: { what: string; label: string };
}) {
  const { t } = await pageContext();
  return (
    <ul className="plain keeping-list">
      {items.map((item) => (
        <li key={item.record}>
          <ItemFacts item={item} linked={take !== undefined} />
          {open && item.state === 'proposed' ? (
            <form action={answer} className="keeping-decide">
              <input type="hidden" name="list" value={list.id} />
              <input type="hidden" name="record" value={item.record} />
              {take ? (
                <button
                  type="submit"
                  name="what"
                  value="accept"
                  className="btn btn-outline-primary btn-sm"
                  aria-label={t('keeping.doTo', { what: take, title: item.title })}
                >
                  {take}
                </button>
              ) : null}
              <label htmlFor={`r-${item.record}`}>
                {t('keeping.reason')} <span className="visually-hidden">{t('keeping.of', { title: item.title })}</span>
              </label>
              <input id={`r-${item.record}`} name="reason" required={!take} maxLength={1000} />
              <button
                type="submit"
                name="what"
                value={back.what}
                className="btn btn-outline-primary btn-sm"
                aria-label={t('keeping.doTo', { what: back.label, title: item.title })}
              >
                {back.label}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
