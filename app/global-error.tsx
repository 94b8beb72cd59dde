'use client';

import { Failure } from '#app/_components/failure.tsx';

/** Not even the layout could be drawn. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="it">
      <body>
        <main>
          <Failure number={error.digest} />
        </main>
      </body>
    </html>
  );
}
