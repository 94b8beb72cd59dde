import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import './app.css';
import './accedi.css';
import './record.css';
import './viewer.css';
import './servizi.css';
import './ufficio.css';
import './tipi.css';
import './archivio.css';
import './europeana.css';
import './conservazione.css';
import './consegne.css';
import './pagamenti.css';
import './protocollo.css';
import './documenti.css';
import './mia-pagina.css';
import './own-pages.css';
import './richiesta.css';
import './avvisi.css';
import './sportello.css';
import './print.css';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { pageContext } from '#app/_components/page-context.ts';

const titillium = localFont({
  variable: '--font-interface',
  fallback: ['Arial', 'sans-serif'],
  src: [
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2',
      weight: '400',
    },
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2',
      weight: '600',
    },
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2',
      weight: '700',
    },
  ],
});

const lora = localFont({
  variable: '--font-archive',
  fallback: ['Georgia', 'serif'],
  src: [
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-regular.woff2',
      weight: '400',
      style: 'normal',
    },
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-italic.woff2',
      weight: '400',
      style: 'italic',
    },
    {
      path: '../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-700.woff2',
      weight: '700',
      style: 'normal',
    },
  ],
});

/** The document: language and type. What stands around a page is its section's layout. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { lang } = await pageContext();
  return (
    <html lang={lang} className={`${titillium.variable} ${lora.variable}`}>
      <body>{children}</body>
    </html>
  );
}
