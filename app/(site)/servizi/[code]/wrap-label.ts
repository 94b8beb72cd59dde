/** Letters that fit beside one another in a node of the drawing; it has room for three lines of them. */
export const nodeLetters = 20;

/** A label in lines of at most so many letters; a longer word stands alone, and nothing is cut off. */
export function wrapLabel(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
