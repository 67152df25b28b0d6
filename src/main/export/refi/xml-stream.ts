import { createCB } from 'xmlbuilder2'
import { type Instruction, instructionOf } from '../../../shared/interchange/refi/instructions'
import { cleanLine, cleanProse } from './clean'

/** Values of attributes; one that is undefined is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>

/** Writes XML piece by piece: what has been written can be taken away at any time, so that no tree of all of it is held. */
export class XmlStream {
  private pieces: string[] = []
  private readonly builder = createCB({ data: (piece: string) => this.pieces.push(piece) })

  /** Begins the document: the declaration, what is said before the root, the root. */
  root(
    namespace: string,
    name: string,
    attributes: XmlAttributes,
    instructions: readonly Instruction[] = []
  ): void {
    this.builder.dec({ version: '1.0', encoding: 'utf-8' })
    for (const instruction of instructions) {
      const { target, content } = instructionOf(instruction)
      this.builder.ins(target, content)
    }
    this.builder.ele(namespace, name, clean(attributes))
  }

  open(name: string, attributes: XmlAttributes = {}): void {
    this.builder.ele(name, clean(attributes))
  }

  close(): void {
    this.builder.up()
  }

  empty(name: string, attributes: XmlAttributes): void {
    this.open(name, attributes)
    this.close()
  }

  /** An element with words; left out where there are none. */
  words(name: string, text: string): void {
    const own = cleanProse(text)
    if (own === '') return
    this.builder.ele(name).txt(literally(own)).up()
  }

  /** A reference to something by its GUID. */
  reference(name: string, guid: string): void {
    this.empty(name, { targetGUID: guid })
  }

  end(): void {
    this.builder.end()
  }

  /** What has been written since the last time. */
  take(): string {
    const taken = this.pieces.join('')
    this.pieces = []
    return taken
  }
}

function clean(attributes: XmlAttributes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name, typeof value === 'number' ? String(value) : literally(cleanLine(value))]]
    )
  )
}

/** xmlbuilder2 takes `&lt;` and the like in a text for references and leaves them; in a text they mean what they say. */
function literally(text: string): string {
  return text.replaceAll('&', '&amp;')
}
