import { safeName } from '../../project/new-folder'

/** Names of notes: safe on every system and within links, each once. */
export class NoteNames {
  readonly #taken = new Set<string>()
  #shortened = 0

  /** How many names had to be cut. */
  get shortened(): number {
    return this.#shortened
  }

  /**
   * A name for the file of a note, without its ending. What file systems and links between notes cannot have in a name becomes
   * a blank; two names that some system would take for one are told apart by a number.
   */
  take(title: string): string {
    const plain = title.replace(/[#^[\]%|\\/:*?"<>\p{Cc}\p{Cs}\p{Cf}]+/gu, ' ').normalize('NFC')
    const base = safeName(plain)
    const wanted = plain.replace(/\s+/g, ' ').trim()
    if (base.length < wanted.replace(/^\.+|[. ]+$/g, '').length) this.#shortened++
    let name = base
    for (let number = 2; this.#taken.has(keyOf(name)); number++) name = `${base} ${number}`
    this.#taken.add(keyOf(name))
    return name
  }
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
