/** What a source gives as an address on the net or of mail, as a link when it is one and as text when it is not: `javascript:` is none. */
export function OutwardLink({ value, words = value }: { value: string; words?: string }) {
  if (/^https?:\/\/\S+$/i.test(value)) return <a href={value}>{words}</a>;
  if (/^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(value)) return <a href={`mailto:${value}`}>{words}</a>;
  return words;
}
