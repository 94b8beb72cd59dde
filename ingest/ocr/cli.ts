import { parseArgs } from 'node:util';
import { harmless } from '#ingest/terminal.ts';
import { readConfig } from '#lib/config.ts';
import { howToGetTesseract, tesseractLanguages } from '#lib/images/tesseract.ts';
import { describeFailure } from '#lib/launcher/failure.ts';
import { attachDatabase } from '#lib/store/cluster.ts';
import { countPagesToRecognise } from '#lib/store/images/pages-to-recognise.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createPool } from '#lib/store/pool.ts';
import { recognisePages } from './recognise-pages.ts';

const usage = `npm run ocr -- --all | --record ID [--lang ita+lat] [--again]
  recognises with Tesseract what is written on pages that came without text
  --all        the pages of all units
  --record ID  those of one
  --lang L     languages, joined by + (Tesseract's own names); ita+lat where nothing is said
  --again      also pages that were recognised before; text that came with the images is never touched
exit: 0 clean, 1 some pages could not be read, 2 could not run`;

/** `npm run ocr`. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      record: { type: 'string' },
      lang: { type: 'string', default: 'ita+lat' },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { all, record = null, lang, again } = values;
  if (values.help || all === (record !== null) || !/^[a-z]{3}\w*(\+[a-z]{3}\w*){0,4}$/.test(lang)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const known = await tesseractLanguages();
  if (known === null) {
    console.error(`Tesseract is not installed here. On Debian and Ubuntu: ${howToGetTesseract}`);
    return 2;
  }
  const lacking = lang.split('+').filter((language) => !known.includes(language));
  if (lacking.length > 0) {
    const packages = lacking.map((language) => `tesseract-ocr-${language.replaceAll('_', '-')}`).join(' ');
    console.error(`Tesseract has no ${lacking.join(', ')} here. On Debian and Ubuntu: apt-get install ${packages}`);
    return 2;
  }
  const config = readConfig(process.env);
  const database = await attachDatabase(config);
  try {
    await migrate(database);
    const pool = createPool(database.appUrl, { applicationName: 'eli4u ocr', max: 2 });
    try {
      if (
        record !== null &&
        (await pool.query('SELECT FROM eli4u.image_set WHERE record_id = $1', [record])).rowCount === 0
      ) {
        console.error(`no unit ${harmless(record)} with images is here`);
        return 2;
      }
      const total = await countPagesToRecognise(pool, record, again);
      console.log(`${total} pages to recognise`);
      let at = 0;
      const { pages, failed } = await recognisePages({
        pool,
        dataDir: config.dataDir,
        recordId: record,
        languages: lang,
        again,
        onPage: (page, outcome) => {
          const name = harmless(`${page.title}, ${page.label ?? `page ${page.page}`}`);
          const said = 'failed' in outcome ? `not recognised: ${harmless(outcome.failed)}` : `${outcome.words} words`;
          console.log(`[${++at}/${total}] ${name}: ${said}`);
        },
      });
      console.log(`${pages} pages recognised, ${failed} not`);
      return failed > 0 ? 1 : 0;
    } finally {
      await pool.end();
    }
  } finally {
    await database.release();
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(`ocr could not run: ${describeFailure(error)}`);
    process.exitCode = 2;
  },
);
