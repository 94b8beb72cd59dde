import { CopyButton } from '#app/_components/copy-button.tsx';
import type { PageBox } from '#lib/records/page-text.ts';
import { CopyRegion } from './copy-region.tsx';
import {
  downloads,
  fileName,
  filled,
  numberPlace,
  type PageRights,
  type Sight,
  type ViewedPage,
} from './viewer-model.ts';
import { said, type ViewerWords } from './viewer-words.ts';

/** What may be taken of pages, and how they are named. */
export interface Taken {
  /** The address of a page, and its citation by style, with the places of page and label. */
  address: string;
  citations: { style: string; text: string }[];
  fileStart: string;
  manifest: string;
  compare: string;
}

/** The page to take away: as a file, as a citation, as an address; its rights beside. */
export function TakePage({
  words,
  page,
  label,
  sight,
  taken,
  rights,
  requiredStatement,
  region,
}: {
  words: ViewerWords;
  page: ViewedPage;
  label: string;
  sight: Sight;
  taken: Taken;
  rights: PageRights | null;
  requiredStatement: string | null;
  /** Null without script. */
  region: (() => PageBox | null) | null;
}) {
  const files = downloads(page, sight);
  const permalink = filled(taken.address, page, label);
  const copy = (text: string, name: string) => (
    <CopyButton key={text} text={text} words={{ copy: name, copied: words.copied }} />
  );
  return (
    <details className="viewer-take">
      <summary>{words.take}</summary>
      <dl>
        {files.length > 0 ? (
          <div className="entry">
            <dt>{words.download}</dt>
            <dd>
              <ul className="plain">
                {files.map((file) => (
                  <li key={file.href}>
                    <a href={file.href} download={fileName(taken.fileStart, page)}>
                      {said(words.size, { width: file.width, height: file.height })}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ) : null}
        {rights || requiredStatement !== null ? (
          <div className="entry">
            <dt>{words.rights}</dt>
            {rights ? (
              <dd>
                <a href={rights.uri} rel="license external">
                  {rights.text}
                </a>
              </dd>
            ) : null}
            {requiredStatement === null ? null : <dd lang="it">{requiredStatement}</dd>}
          </div>
        ) : null}
        <div className="entry">
          <dt>{words.cite}</dt>
          <dd>
            {taken.citations.map(({ style, text }) => (
              <div key={style}>
                <p className="citation" lang="it">
                  {filled(text, page, label)}
                </p>
                {copy(filled(text, page, label), `${words.copyCitation}: ${style}`)}
              </div>
            ))}
            {region ? <CopyRegion words={words} address={permalink} region={region} /> : null}
          </dd>
        </div>
        <div className="entry">
          <dt>{words.manifest}</dt>
          <dd>
            <a href={taken.manifest}>{taken.manifest}</a> {copy(taken.manifest, words.copyManifest)}
          </dd>
        </div>
        <div className="entry">
          <dt>
            <a href={taken.compare.replace(numberPlace, String(page.n))}>{words.compare}</a>
          </dt>
        </div>
      </dl>
    </details>
  );
}
