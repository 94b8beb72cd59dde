/** How a fascicolo of a list of scarto stands. */
export type DisposalItemState = 'proposed' | 'granted' | 'refused' | 'held' | 'destroying' | 'destroyed';

/** What became of its delivery to preservation: on its way, taken (the keeper has a copy), or refused. */
export type PreservationOfItem = 'underWay' | 'accepted' | 'refused';
