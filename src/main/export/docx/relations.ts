import { element, joined, type Xml, xmlDeclaration } from '../xml/element'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const metadata = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'

/** What one part of the package refers to: other parts, and addresses outside. */
export class Relations {
  private readonly entries: Xml[] = []
  private readonly addresses = new Map<string, string>()

  /** A part, by the last word of its relationship's type and its path from here. */
  part(type: string, target: string): string {
    const family = type === 'core-properties' ? metadata : office
    return this.add(`${family}/${type}`, target)
  }

  /** An address that words lead to; null for what is none. */
  address(href: string): string | null {
    if (!/^(https?:\/\/|mailto:)\S+$/i.test(href)) return null
    const id = this.addresses.get(href) ?? this.add(`${office}/hyperlink`, href, 'External')
    this.addresses.set(href, id)
    return id
  }

  get isEmpty(): boolean {
    return this.entries.length === 0
  }

  xml(): Xml {
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
    return joined([xmlDeclaration, element('Relationships', { xmlns: namespace }, ...this.entries)])
  }

  private add(type: string, target: string, mode?: string): string {
    const id = `rId${this.entries.length + 1}`
    this.entries.push(element('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode }))
    return id
  }
}
