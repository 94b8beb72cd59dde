/** Links that may be asked for from one network before it is told to come again; one more each time as many seconds have passed. */
export const freeLinks = 20;
export const linksOfNetwork = { secondsEach: 60, most: freeLinks * 2, mostRemembered: 10_000 } as const;
