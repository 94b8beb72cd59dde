import { pageContext } from '#app/_components/page-context.ts';
import { pathWords, type PlacedProblem } from '#lib/procedures/types/problem.ts';

/** All that is wrong with a text, each with its line. @param text where the text is; on its own page only the line */
export async function ProblemList({ problems, text = '' }: { problems: readonly PlacedProblem[]; text?: string }) {
  const { t, lang } = await pageContext();
  return (
    <section className={problems.length > 0 ? 'edit-problems' : 'edit-problems is-sound'} aria-labelledby="problems">
      <h2 id="problems">{problems.length > 0 ? t('edit.problems', { count: problems.length }) : t('edit.sound')}</h2>
      {problems.length === 0 ? (
        <p>{t('edit.noProblems')}</p>
      ) : (
        <ol className="plain">
          {problems.map(({ line, column, code, path, message }) => (
            <li key={`${line}:${column}:${code}:${pathWords(path)}:${message.it}`}>
              <a href={`${text}#riga-${line}`}>{t('edit.line', { line: String(line) })}</a>{' '}
              {path.length > 0 ? <code>{pathWords(path)}</code> : null} {message[lang]}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
