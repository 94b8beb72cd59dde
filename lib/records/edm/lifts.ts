/** What would lift an object to a higher tier, what matters most first. The page says each in words. */
export const lifts = [
  // content
  'rights',
  'address',
  'unfitRights',
  'media',
  'pixels',
  'size',
  'closedRights',
  // metadata
  'language',
  'date',
  'creator',
  'place',
  'type',
  'medium',
  'span',
  'vocabulary',
  'vocabularyNote',
  'coordinates',
] as const;
export type Lift = (typeof lifts)[number];
