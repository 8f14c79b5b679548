// Names the instants of a run's life between two writes, where a crash would leave something half done.

/**
 * In order: taken from the queue · about to start the client · client started, not yet written down · running ·
 * client ended, not yet judged · judged and written · part of the log in the store · log complete in the store.
 */
export type LifePoint = 'preparing' | 'prepared' | 'spawned' | 'running' | 'ended' | 'settled' | 'sealing' | 'sealed';
