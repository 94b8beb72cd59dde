import type { Language } from '#lib/i18n/language.ts';

/** The reading room's colours and no more: whatever failed, a page so made needs no file, no script and no database. */
const style = `
*{box-sizing:border-box}
html,body{margin:0}
body{background:#fbf9f5;color:#1b242d;display:flex;flex-direction:column;font:1.0625rem/1.55 Arial,sans-serif;min-height:100vh}
header,footer{background:#1f3446;color:#fff;padding:1rem clamp(1rem,3vw,2rem)}
header a{color:#fff;font:700 1.35rem/1.2 Georgia,serif;text-decoration:none}
header span{display:block;font:400 1rem/1.3 Arial,sans-serif}
main{flex:1;margin:0 auto;max-width:50rem;padding:3rem clamp(1rem,3vw,2rem);width:100%}
h1{font:400 clamp(1.9rem,4vw,2.6rem)/1.2 Georgia,serif;margin:0 0 1rem}
p{margin:0 0 1rem;max-width:70ch;overflow-wrap:break-word}
a{color:#0b4f8a;text-underline-offset:.18em}
code{background:#f1ece3;font-size:1em;padding:.1em .4em}
footer p{margin:0}
.doors{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:2rem}
.doors a{border-radius:3px;box-shadow:inset 0 0 0 1px #1f3446;color:#1f3446;font-weight:700;padding:.6rem 1.1rem;text-decoration:none}
.doors a:first-child{background:#1f3446;color:#fff}
a:focus-visible{outline:3px solid #9a3324;outline-offset:2px}
header a:focus-visible{outline-color:#fff}
@media print{header,footer,.doors{display:none}}`;

export interface PlainPage {
  lang: Language;
  title: string;
  claim: string;
  /** Markup below the title. */
  main: string;
}

/** A page whole in itself, for what is answered before or in place of a page of Next. */
export const plainPage = ({ lang, title, claim, main }: PlainPage): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ELI4U</title>
<style>${style}</style>
</head>
<body>
<header><a href="/">ELI4U<span>${claim}</span></a></header>
<main>
<h1>${title}</h1>
${main}
</main>
<footer><p><strong>ELI4U</strong> – ${claim}</p></footer>
</body>
</html>
`;
