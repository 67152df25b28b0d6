import { prefixed } from '../../../shared/model/inline-mark'
import { startOf } from '../fit/fitter'
import type { ParsedBlock, RawText, Source, StatedMetadata } from '../parsed'
import { apart, marked, withoutSigns } from './inline'
import { raised } from './superscript'
import { versionsIn } from './tei-versions'
import { attribute, childrenNamed, firstNamed, localName, named, parseXml, tidy } from './xml'

/** What stands in a line and not beside it. */
const blockTags = new Set(
  'div div1 div2 div3 div4 div5 div6 body front back group text lg list item table row cell head p l ab note quote cit figure figDesc sp speaker stage'.split(
    ' '
  )
)
const passedOver = new Set(['teiHeader', 'fw', 'gap', 'lb', 'cb', 'milestone', 'standOff', 'facsimile'])

/**
 * A text in TEI: its header as metadata, its divisions as blocks. Where it is an edition with readings (`app`, `rdg`)
 * each witness is a version; their blocks answer one another. XML of other kinds is read as its paragraphs.
 */
export async function parseTei(source: Source): Promise<RawText[]> {
  const tree = parseXml(source.text())
  const root = tree.documentElement
  if (!root) throw new Error('it holds no element')
  const stated = statedIn(tree)
  const versions = versionsIn(tree, stated.title ?? '')
  if (versions) return versions
  const body =
    localName(root) === 'TEI' || localName(root) === 'teiCorpus' ? (firstNamed(tree, 'text') ?? root) : root
  const witnesses = named(tree, 'witness').flatMap((each) => {
    const id = attribute(each, 'id')
    return id && !isExample(each) ? [{ id, name: shortName(tidy(each.textContent)) || id }] : []
  })
  const apps = named(body, 'app').filter((each) => !isExample(each)).length
  if (apps === 0 || witnesses.length < 2)
    return [{ blocks: new TeiReader(null).read(body), stated, bare: true }]
  return witnesses.map(
    ({ id, name }): RawText => ({
      blocks: new TeiReader(id).read(body),
      stated: { ...stated, title: stated.title ? `${stated.title} (${name})` : name },
      part: name,
      aligned: stated.title ?? '–',
      bare: true
    })
  )
}

/** Whether it stands in an example of markup and not in the text. */
function isExample(element: Element): boolean {
  return element.closest('egXML') !== null
}

/** A witness may be described at length; it is called by the beginning of that. */
function shortName(name: string): string {
  return name.length <= longestName ? name : `${startOf(name, longestName)} …`
}

const longestName = 120

class TeiReader {
  private readonly blocks: ParsedBlock[] = []
  private readonly notes: ParsedBlock[] = []
  private tables = 0
  private place: Pick<ParsedBlock, 'page' | 'pageLabel'> = {}

  /** @param witness whose readings are read; null where there are none */
  constructor(private readonly witness: string | null) {}

  read(body: Element): ParsedBlock[] {
    this.walk(body, 'paragraph', 0)
    return [...this.blocks, ...this.notes]
  }

  private walk(element: Element, kind: ParsedBlock['kind'], depth: number): void {
    const name = localName(element)
    const own = kindOf(element, kind)
    if (name === 'table') {
      this.table(element)
      return
    }
    const level = Math.min(6, Math.max(1, depth))
    let run = ''
    const flush = () => {
      const words = marked(run)
      const { text } = words
      run = ''
      // With readings every version keeps the block, so that their blocks answer one another.
      if (text === '' && (this.witness === null || !isParagraph(name))) return
      this.push(
        own === 'heading'
          ? { kind: own, level, ...words, furniture: false }
          : { kind: own, ...words, furniture: false }
      )
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 3) run += withoutSigns(child.textContent ?? '')
      if (child.nodeType !== 1) continue
      const inner = child as Element
      if (localName(inner) === 'note') run += this.note(inner, tidy(run) !== '')
      else if (!blockTags.has(localName(inner))) run += this.words(inner)
      else {
        if (tidy(run) !== '') flush()
        this.walk(inner, own === 'heading' ? kind : own, depth + (/^div/.test(localName(inner)) ? 1 : 0))
      }
    }
    if (tidy(run) !== '' || isParagraph(name)) flush()
  }

  private words(element: Element): string {
    const name = localName(element)
    if (name === 'pb') {
      const page = Number(attribute(element, 'n'))
      const isNumber = Number.isInteger(page) && page > 0
      this.place = isNumber ? { page } : labelledAs(tidy(attribute(element, 'n')))
      return ''
    }
    if (name === 'note') return this.note(element, true)
    if (name === 'lb') return '\n'
    if (passedOver.has(name)) return ''
    if (name === 'app') return this.reading(element)
    if (name === 'choice') return this.chosen(element)
    if (name === 'subst') return this.substituted(element)
    return setApart(element, this.inner(element))
  }

  private inner(element: Element): string {
    return Array.from(element.childNodes, (child) => {
      if (child.nodeType === 3) return withoutSigns(child.textContent ?? '')
      if (child.nodeType !== 1) return ''
      const words = this.words(child as Element)
      return blockTags.has(localName(child as Element)) ? ` ${words} ` : words
    }).join('')
  }

  /** Of what was written over something the newer words. */
  private substituted(element: Element): string {
    const added = childrenNamed(element, 'add')
    return added.length > 0 ? added.map((each) => this.words(each)).join('') : this.inner(element)
  }

  private reading(app: Element): string {
    const all = Array.from(app.children).filter((each) => /^(rdg|lem|rdgGrp)$/.test(localName(each)))
    const flat = all.flatMap((each) => (localName(each) === 'rdgGrp' ? Array.from(each.children) : [each]))
    const own = flat.find((each) => (attribute(each, 'wit') ?? '').split(/\s+/).includes(`#${this.witness}`))
    const used = own ?? flat.find((each) => localName(each) === 'lem')
    return used ? this.words(used) : ''
  }

  /** Of two ways of putting it the one that is meant to be read. */
  private chosen(choice: Element): string {
    const order = ['reg', 'corr', 'expan']
    const best = Array.from(choice.children).find((each) => order.includes(localName(each)))
    const used = best ?? choice.children[0]
    return used ? this.words(used) : ''
  }

  /** A note stands behind the text; its mark stays where it is referred to, if that is within a line. */
  private note(element: Element, isWithin: boolean): string {
    const words = marked(this.inner(element))
    if (words.text === '') return ''
    const note: ParsedBlock = { kind: 'note', ...words, furniture: false }
    if (!isWithin) {
      this.notes.push(note)
      return ''
    }
    const mark = `[${tidy(attribute(element, 'n')).replace(/^\[(.*)\]$/, '$1') || this.notes.length + 1}]`
    this.notes.push(prefixed(note, `${mark} `))
    return mark
  }

  private table(element: Element): void {
    const table = this.tables++
    for (const head of childrenNamed(element, 'head')) {
      const words = marked(this.words(head))
      if (words.text !== '') this.push({ kind: 'caption', ...words, furniture: false })
    }
    childrenNamed(element, 'row').forEach((line, row) => {
      childrenNamed(line, 'cell').forEach((cell, column) => {
        this.push({ kind: 'cell', table, row, column, ...marked(this.words(cell)), furniture: false })
      })
    })
  }

  private push(block: ParsedBlock): void {
    this.blocks.push({ ...block, ...this.place })
  }
}

/** A page that has a name and no number: 12r, xiv. */
function labelledAs(label: string): Pick<ParsedBlock, 'pageLabel'> {
  return label === '' || label.length > 40 ? {} : { pageLabel: label }
}

function setApart(element: Element, words: string): string {
  const name = localName(element)
  if (name === 'ref') return apart('link', words, attribute(element, 'target') ?? '')
  const rend = attribute(element, 'rend') ?? attribute(element, 'rendition') ?? ''
  if (name === 'emph') return apart('emphasis', words)
  if (name !== 'hi') return words
  if (/\bsup/.test(rend)) return raised(words)
  if (/bold/.test(rend)) return apart('strong', words)
  return /ital|simple:i|^i$/.test(rend) ? apart('emphasis', words) : words
}

function isParagraph(name: string): boolean {
  return name === 'p' || name === 'ab' || name === 'l' || name === 'head'
}

function kindOf(element: Element, inherited: ParsedBlock['kind']): ParsedBlock['kind'] {
  const name = localName(element)
  if (name === 'head') return 'heading'
  if (name === 'item') return 'list-item'
  if (name === 'quote' || name === 'cit') return 'quotation'
  if (name === 'figDesc' || name === 'figure') return 'caption'
  return inherited === 'heading' ? 'paragraph' : inherited
}

/** When the text was published: what the header says of it or of its source, never when the file was worked on. */
function publicationDate(header: Element): Element | undefined {
  const places = ['publicationStmt', 'imprint', 'sourceDesc', 'creation']
  return places.flatMap((place) => {
    const own = firstNamed(header, place)
    return (own && firstNamed(own, 'date')) ?? []
  })[0]
}

function statedIn(tree: Document): StatedMetadata {
  const header = firstNamed(tree, 'teiHeader')
  if (!header) return {}
  const said = (name: string) => tidy(firstNamed(header, name)?.textContent)
  const date = publicationDate(header)
  const language =
    attribute(tree.documentElement, 'lang') ??
    attribute(firstNamed(tree, 'text') ?? tree.documentElement, 'lang')
  const fields: Record<keyof StatedMetadata, string> = {
    title: said('title'),
    language: language ?? '',
    published: date ? (attribute(date, 'when') ?? tidy(date.textContent)) : '',
    author: said('author'),
    publisher: said('publisher'),
    source: ''
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
