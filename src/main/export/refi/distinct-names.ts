import type { Instruction } from '../../../shared/interchange/refi/instructions'
import type { Guid } from '../../../shared/model/guid'

/**
 * Names that stand once each. QualCoder and ATLAS.ti take only the first of several codes with one name, and the codings of
 * the others are lost there; of notes too. The true name goes along in an instruction.
 */
export class DistinctNames {
  readonly instructions: Instruction[] = []
  private readonly taken = new Set<string>()

  /** @param hint what tells it from others of its name, where there are some */
  of(guid: Guid, name: string, hint: string): string {
    let own = name
    for (let n = 1; this.taken.has(own) || own === ''; n++) {
      const told = [hint, n > 1 ? String(n) : ''].filter((each) => each !== '').join(' ')
      if (told !== '') own = name === '' ? told : `${name} (${told})`
    }
    this.taken.add(own)
    if (own !== name) this.instructions.push({ kind: 'name', guid, value: name })
    return own
  }
}
