/** What the format for the clipboard writes: the same excerpts in three forms, a file each. */
export const clipboardFiles = {
  html: 'excerpts.html',
  rtf: 'excerpts.rtf',
  text: 'excerpts.txt'
} as const

/** So many excerpts are copied at once; more are for a file. */
export const mostCopied = 20_000
