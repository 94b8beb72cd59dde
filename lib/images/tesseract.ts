import { execFile } from 'node:child_process';

/** What a page may take: a newspaper takes half a minute. */
const longestPage = 180_000;
/** hOCR of a page of 40,000 words has some 8 MB. */
const mostOutput = 64 * 1024 * 1024;

/** How Tesseract is had on Debian and Ubuntu. */
export const howToGetTesseract = 'apt-get install tesseract-ocr tesseract-ocr-ita tesseract-ocr-lat';

/** Languages that Tesseract can read here, by its own names (`ita`, `lat`); null where it is not installed. */
export async function tesseractLanguages(): Promise<string[] | null> {
  const said = await run(['--list-langs'], 10_000).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (said === null) return null;
  return said
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => /^[a-z]{3}[\w/]*$/.test(line) && line !== 'osd');
}

/**
 * What is written in an image, as hOCR.
 * @param file PNG or TIFF
 * @param languages `ita+lat`
 * @throws when Tesseract fails or takes longer than three minutes
 */
export const recognise = (file: string, languages: string): Promise<Buffer> =>
  run([file, 'stdout', '-l', languages, '--dpi', '300', 'hocr'], longestPage);

function run(args: readonly string[], timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      'tesseract',
      args,
      {
        timeout,
        killSignal: 'SIGKILL',
        maxBuffer: mostOutput,
        encoding: 'buffer',
        // Nothing of ours is told to what reads images of anybody; the folder of its languages may be the machine's own.
        env: {
          PATH: process.env['PATH'] ?? '',
          TESSDATA_PREFIX: process.env['TESSDATA_PREFIX'],
          NODE_ENV: 'production',
        },
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        if (error.killed) return reject(new Error(`it took longer than ${timeout / 1000} seconds`));
        if (error.code === 'ENOENT') return reject(error);
        reject(new Error(stderr.toString('utf8').trim().split('\n').at(-1) || error.message));
      },
    );
  });
}
