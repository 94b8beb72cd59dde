/** Why a request of the Image API is not answered, in words for whoever wrote it: it is none (400), or one that is right and not made here (501); Image API 3.0 §7. */
export interface Refused {
  refused: string;
  status: 400 | 501;
}

export const refused = (why: string, status: Refused['status'] = 400): Refused => ({ refused: why, status });

export const isRefused = (value: object): value is Refused => 'refused' in value;
