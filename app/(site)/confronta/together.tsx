'use client';

import { useEffect, useState } from 'react';
import { moveTogether } from '#app/_components/viewer/move-together.ts';

/** Whether both pictures are moved as one. There is nothing to move without script, and nothing to tick. */
export function Together({ label }: { label: string }) {
  const [alive, setAlive] = useState(false);
  const [together, setTogether] = useState(false);
  useEffect(() => {
    setAlive(true);
    return () => moveTogether(false);
  }, []);
  useEffect(() => moveTogether(together), [together]);
  return alive ? (
    <div className="compare-together form-check">
      <input
        id="compare-together"
        type="checkbox"
        checked={together}
        onChange={(event) => setTogether(event.target.checked)}
      />
      <label htmlFor="compare-together">{label}</label>
    </div>
  ) : null;
}
