/** The two channels between a window and the main process. */
export const callChannel = 'variorum:call'
export const eventChannel = 'variorum:event'
