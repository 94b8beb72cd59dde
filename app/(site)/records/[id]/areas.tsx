import { LabelledNotes } from '#app/_components/labelled-notes.tsx';
import { searchHref } from '#lib/http/search-parameters.ts';
import { languageName, languageTag } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { isLicence, rightsName } from '#lib/i18n/rights-words.ts';
import { translator, type Translate } from '#lib/i18n/translate.ts';
import type { AreaView, Entry } from '#lib/projections/record-page.ts';
import { webAddressOf } from '#lib/records/web-address.ts';
import { AccessPoints } from './access-points.tsx';
import { AgentList } from './agent-list.tsx';

interface Wording {
  t: Translate;
  lang: Language;
}

/** The areas of ISAD(G) that have something to say. */
export function Areas({ t, lang, areas }: Wording & { areas: readonly AreaView[] }) {
  return (
    <>
      {areas.map(({ area, entries }) => (
        <section key={area} className="area" aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`}>{t(`area.${area}`)}</h2>
          <dl>
            {entries.map((entry) => (
              <div key={entry.key} className="entry">
                <dt>
                  {labelOf(entry, t)}
                  {'from' in entry && entry.from ? (
                    <a className="inherited" href={`/records/${entry.from.id}`} title={entry.from.title}>
                      {t('record.inherited', { level: t(`level.from.${entry.from.level}`) })}
                    </a>
                  ) : null}
                </dt>
                <dd>
                  <EntryBody t={t} lang={lang} entry={entry} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** Headings of Italian sources are in Italian also where the interface is not. */
const italian = translator('it');

const labelOf = (entry: Entry, t: Translate): string =>
  entry.kind === 'element' ? t(`element.${entry.key}`) : t(`field.${entry.key}`);

function EntryBody({ t, lang, entry }: Wording & { entry: Entry }) {
  switch (entry.kind) {
    case 'element':
      return <LabelledNotes notes={entry.notes} headings={[labelOf(entry, t), labelOf(entry, italian)]} />;
    case 'values':
      if (entry.key === 'rights') return <Rights uris={entry.values} lang={lang} t={t} />;
      return <Lines values={entry.values} archival={entry.key !== 'level'} />;
    case 'otherTitles':
      return (
        <ul className="plain">
          {entry.titles.map((other) => (
            <li key={other.title + (other.label ?? '')}>
              <span className="archival-inline" lang={languageTag(other.lang)}>
                {other.title}
              </span>
              {other.label ? <span className="aside"> ({other.label})</span> : null}
            </li>
          ))}
        </ul>
      );
    case 'languages':
      return (
        <ul className="plain inline">
          {entry.codes.map((code) => (
            <li key={code}>
              <a href={searchHref(null, { language: [code] })} rel="nofollow">
                {languageName(code, lang)}
              </a>
            </li>
          ))}
        </ul>
      );
    case 'creators':
    case 'agents':
      return <AgentList t={t} agents={entry.agents} showRole={entry.kind === 'agents'} />;
    case 'accessPoints':
      return <AccessPoints t={t} points={entry.points} />;
  }
}

/** By the names they are known by, and what they are of; the address says the rest. */
function Rights({ uris, lang, t }: Wording & { uris: readonly string[] }) {
  return (
    <ul className="plain">
      {uris.map((uri) => {
        const address = webAddressOf(uri);
        const name = rightsName(uri, lang) ?? uri;
        return (
          <li key={uri}>
            {t(isLicence(uri) ? 'rights.licence' : 'rights.of')}: {address ? <a href={address}>{name}</a> : name}
          </li>
        );
      })}
    </ul>
  );
}

function Lines({ values, archival }: { values: readonly string[]; archival: boolean }) {
  return (
    <ul className="plain" lang={archival ? 'it' : undefined}>
      {values.map((value) => (
        <li key={value}>{/^https?:\/\//.test(value) ? <a href={value}>{value}</a> : value}</li>
      ))}
    </ul>
  );
}
