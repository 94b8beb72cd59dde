/** Forms with files that one person may have under way: two tabs and one to spare. Each may be a gigabyte on the disk until it is answered. */
const most = 3;
/** And all together, in one process. */
const mostTogether = 60;

/** How many forms are under way, by whose they are. */
export interface UnderWay {
  /** @returns what to call when the form is answered; null where there are too many */
  begin(who: string): (() => void) | null;
}

export function createUnderWay(): UnderWay {
  const counts = new Map<string, number>();
  let together = 0;
  return {
    begin(who) {
      const count = counts.get(who) ?? 0;
      if (count >= most || together >= mostTogether) return null;
      counts.set(who, count + 1);
      together += 1;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        together -= 1;
        const left = (counts.get(who) ?? 1) - 1;
        if (left > 0) counts.set(who, left);
        else counts.delete(who);
      };
    },
  };
}
