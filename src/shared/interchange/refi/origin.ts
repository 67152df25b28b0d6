/** How programs name themselves in REFI-QDA files: name and version. */
export function ownOrigin(version: string): string {
  return `Variorum ${version}`
}

/** Whether a file was written by this app, of whatever version, so that what it says in its own way can be read back. */
export function isOwnOrigin(origin: string): boolean {
  return /^Variorum \d/.test(origin)
}

export const projectNamespace = 'urn:QDA-XML:project:1.0'
export const codebookNamespace = 'urn:QDA-XML:codebook:1.0'
