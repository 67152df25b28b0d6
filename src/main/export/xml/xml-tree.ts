import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces'
import { XmlWords } from './xml-words'

/** Attributes by name; those that are undefined or null are left out. */
export type XmlAttributes = Readonly<Record<string, string | null | undefined>>

/** An element of a tree that is being written. Whatever is put in is escaped, and rid of what XML forbids. */
export class XmlNode {
  constructor(
    private readonly node: XMLBuilder,
    private readonly words: XmlWords
  ) {}

  /** Appends an element, and answers it. */
  add(name: string, attributes: XmlAttributes = {}): XmlNode {
    const made = this.node.ele(name)
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined && value !== null) made.att(key, this.words.attribute(value))
    return new XmlNode(made, this.words)
  }

  /** Appends words, and answers this element. */
  text(words: string): this {
    if (words !== '') this.node.txt(this.words.text(words))
    return this
  }

  /** Begins a new line of the file, where white space means nothing. */
  line(): this {
    this.node.txt('\n')
    return this
  }
}

interface XmlRoot {
  readonly name: string
  readonly namespace?: string
  /** Where its document type lies. */
  readonly dtd?: string
  readonly attributes?: XmlAttributes
}

/** A document that is written element by element with xmlbuilder2. */
export class XmlDocument {
  readonly root: XmlNode
  private readonly words = new XmlWords()
  private readonly document: XMLBuilder

  constructor({ name, namespace, dtd, attributes = {} }: XmlRoot) {
    this.document = create({ version: '1.0', encoding: 'UTF-8' })
    if (dtd !== undefined) this.document.dtd({ name, sysID: dtd })
    const root = namespace === undefined ? this.document.ele(name) : this.document.ele(namespace, name)
    for (const [key, value] of Object.entries(attributes))
      if (value !== undefined && value !== null) root.att(key, this.words.attribute(value))
    this.root = new XmlNode(root, this.words)
  }

  /** How many characters could not be carried. */
  get replaced(): number {
    return this.words.replaced
  }

  /** The file. */
  end(): string {
    return `${this.document.end()}\n`
  }
}
