/** The channel on which the sequencer says how far it has come: one notice a batch, holding the highest number. */
export const feedChannel = 'hindcast_feed';
