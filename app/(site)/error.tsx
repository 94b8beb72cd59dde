'use client';

import { Failure } from '#app/_components/failure.tsx';

/** A page that could not be drawn. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Failure number={error.digest} />;
}
