import type { ParsedCode } from '../../parsed'

/** The colours of Zotero's highlighters. */
const names: Readonly<Record<string, string>> = {
  '#ffd400': 'yellow',
  '#ff6666': 'red',
  '#5fb236': 'green',
  '#2ea8e5': 'blue',
  '#a28ae5': 'purple',
  '#e56eee': 'magenta',
  '#f19837': 'orange',
  '#aaaaaa': 'grey'
}
const above = 'Zotero'

/**
 * Colours as themes, where a file uses more than one: then they mean something to whoever chose them. One colour for
 * all is no theme.
 */
export class ColourThemes {
  readonly codebook: ParsedCode[]
  private readonly used: ReadonlySet<string>

  constructor(colours: readonly string[]) {
    const used = new Set(
      colours.map((each) => each.toLowerCase()).filter((each) => /^#[0-9a-f]{6}$/.test(each))
    )
    this.used = used.size > 1 ? used : new Set()
    this.codebook = [...this.used].map((colour) => ({
      path: [above, nameOf(colour)],
      colour,
      description: ''
    }))
  }

  /** The path of a colour's theme; none where colours are no themes. */
  theme(colour: string): string[][] {
    const own = colour.toLowerCase()
    return this.used.has(own) ? [[above, nameOf(own)]] : []
  }
}

function nameOf(colour: string): string {
  return names[colour] ?? colour
}
