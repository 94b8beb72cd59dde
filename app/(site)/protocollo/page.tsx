import type { Metadata } from 'next';
import { pageMetadata } from '#app/_components/metadata.ts';
import { pageContext } from '#app/_components/page-context.ts';
import { composition } from '#lib/composition.ts';
import { plainText } from '#lib/http/plain-text.ts';
import { isDay } from '#lib/procedures/day.ts';
import { loadRegister } from './load-register.ts';
import { Refused } from './refused.tsx';
import { RegisterTabs } from './register-tabs.tsx';
import { RegistrationList } from './registration-list.tsx';
import { totalWords } from './total-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const context = await pageContext();
  return pageMetadata(context, { title: context.t('protocol.title'), path: '/protocollo', index: false });
}

const flows = ['in', 'out', 'internal'] as const;

/** The protocol register, searched and read from its end. */
export default async function ProtocolPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { t, lang } = await pageContext();
  const { keeps } = await loadRegister();
  if (!keeps.allowed) return <Refused reason={keeps.reason.text} />;
  const asked = await searchParams;
  const given = (name: string) => plainText([asked[name] ?? ''].flat().at(-1) ?? '').slice(0, 200);
  const day = (name: string) => (isDay(given(name)) ? given(name) : undefined);
  const query = {
    text: given('testo'),
    from: day('dal'),
    to: day('al'),
    flow: flows.find((flow) => flow === given('flusso')),
  };
  const { protocol } = composition();
  const [{ registrations, next }, total] = await Promise.all([
    protocol.find({ ...query, after: given('dopo') }),
    protocol.count(query),
  ]);
  const onward = new URLSearchParams({
    testo: query.text,
    dal: query.from ?? '',
    al: query.to ?? '',
    flusso: query.flow ?? '',
    dopo: next ?? '',
  });
  return (
    <div className="container types-desk protocol-desk">
      <h1>{t('protocol.title')}</h1>
      <p className="services-lead">{t('protocol.lead')}</p>
      <RegisterTabs t={t} current="/protocollo" />
      <form
        action="/protocollo"
        method="get"
        role="search"
        aria-label={t('protocol.search')}
        className="protocol-search"
      >
        <p className="protocol-search-text">
          <label htmlFor="protocol-text">{t('protocol.text')}</label>
          <input id="protocol-text" type="search" name="testo" defaultValue={query.text} maxLength={200} />
        </p>
        <p>
          <label htmlFor="protocol-from">{t('protocol.from')}</label>
          <input id="protocol-from" type="date" name="dal" defaultValue={query.from} />
        </p>
        <p>
          <label htmlFor="protocol-to">{t('protocol.to')}</label>
          <input id="protocol-to" type="date" name="al" defaultValue={query.to} />
        </p>
        <p>
          <label htmlFor="protocol-flow">{t('protocol.flow')}</label>
          <select id="protocol-flow" name="flusso" defaultValue={query.flow ?? ''}>
            <option value="">{t('protocol.anyFlow')}</option>
            {flows.map((flow) => (
              <option key={flow} value={flow}>
                {t(`protocol.flow.${flow}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit" className="btn btn-primary btn-sm">
            {t('protocol.search')}
          </button>
        </p>
      </form>
      {registrations.length > 0 ? (
        <>
          <p className="protocol-total">{totalWords(t, 'registrations', total)}</p>
          <RegistrationList registrations={registrations} t={t} lang={lang} />
        </>
      ) : (
        <p className="empty">{t('protocol.none')}</p>
      )}
      {next ? (
        <p>
          <a href={`/protocollo?${onward}`}>{t('protocol.earlier')} ›</a>
        </p>
      ) : null}
    </div>
  );
}
