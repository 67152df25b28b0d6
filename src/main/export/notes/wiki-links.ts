/** A link to a note, by the words that are shown where they are other than its name; to a block of it by the id of that. */
export function wikiLink(note: string, label = note, block: string | null = null): string {
  const words = label.replace(/[[\]|\s]+/g, ' ').trim()
  const target = block === null ? note : `${note}#^${block}`
  return words === '' || words === target ? `[[${target}]]` : `[[${target}|${words}]]`
}

/** The id of a block: letters, digits and hyphens, as all programs for notes read it. */
export function blockIdOf(id: string): string {
  return id.replace(/[^A-Za-z\d]+/g, '-')
}
