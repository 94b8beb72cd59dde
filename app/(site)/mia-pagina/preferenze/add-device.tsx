'use client';

import { useState } from 'react';

/** Asks the browser whether it may show notices, and tells us where to send them. */
export function AddDevice({
  answer,
  publicKey,
  words,
}: {
  answer: (data: FormData) => Promise<void>;
  publicKey: string;
  words: Record<'add' | 'denied' | 'unable' | 'noScript', string>;
}) {
  const [problem, setProblem] = useState('');
  const add = async () => {
    if (!('serviceWorker' in navigator) || !('PushManager' in window)) return setProblem(words.unable);
    if ((await Notification.requestPermission()) !== 'granted') return setProblem(words.denied);
    const subscription = await navigator.serviceWorker
      .register('/avvisi-sw.js')
      .then(() => navigator.serviceWorker.ready)
      .then((worker) => worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }))
      .catch(() => null);
    if (!subscription) return setProblem(words.denied);
    const data = new FormData();
    data.set('subscription', JSON.stringify(subscription));
    await answer(data);
  };
  return (
    <>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <p>
        <button type="button" className="btn btn-outline-primary" onClick={() => void add()}>
          {words.add}
        </button>
      </p>
      <p role="status">{problem}</p>
    </>
  );
}
