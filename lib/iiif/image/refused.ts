/** Why a request of the Image API is none that can be answered, in words for whoever wrote it (Image API 3.0 §7: 400). */
export interface Refused {
  refused: string;
}

export const refused = (why: string): Refused => ({ refused: why });

export const isRefused = (value: object): value is Refused => 'refused' in value;
