/** How far the files of a form have come. */
export function SendingBar({ sending, words }: { sending: { received: number; total: number }; words: string }) {
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 0,
    }).format(bytes / 1_000_000);
  const said = words.replace('{sent}', megabytes(sending.received)).replace('{total}', megabytes(sending.total));
  return (
    <span className="sending-bar">
      <progress value={sending.received} max={sending.total} aria-label={said} />
      <span>{said}</span>
    </span>
  );
}
