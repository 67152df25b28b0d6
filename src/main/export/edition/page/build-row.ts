import type { EditionData } from '../edition-data'
import { between, type Sentence, type Sentences } from './sentences'

/** A row of the comparison on the page. */
export interface Row {
  readonly element: HTMLElement
  readonly themes: ReadonlySet<number>
  /** The copies of its sentences, each with the sentence that it is of. */
  readonly copies: readonly (readonly [HTMLElement, Sentence])[]
}

export function buildRow(number: number, sentences: Sentences, data: EditionData): Row {
  const element = make('div', 'row')
  element.setAttribute('role', 'row')
  element.id = `r${number + 1}`
  element.tabIndex = number === 0 ? 0 : -1
  element.dataset.row = String(number)
  element.setAttribute('aria-rowindex', String(number + 2))
  const head = make('div', 'row-number')
  head.setAttribute('role', 'rowheader')
  const link = make('a')
  link.setAttribute('href', `#r${number + 1}`)
  link.tabIndex = -1
  link.textContent = String(number + 1)
  head.append(link)
  element.append(head)
  const copies: [HTMLElement, Sentence][] = []
  const themes = new Set<number>()
  for (const version of data.versions.keys()) {
    const own = sentences.in(number, version)
    const cell = cellOf(own, version, data, copies)
    mark(cell, number * data.versions.length + version, data)
    element.append(cell)
  }
  for (const [copy] of copies)
    for (const each of copy.querySelectorAll<HTMLElement>('.mark'))
      for (const theme of themesOf(each)) themes.add(theme)
  return { element, copies, themes }
}

function cellOf(
  own: readonly Sentence[],
  version: number,
  { versions, words }: EditionData,
  copies: [HTMLElement, Sentence][]
): HTMLElement {
  const cell = make('div', `cell v${version}`)
  cell.setAttribute('role', 'cell')
  cell.dataset.name = versions[version]?.name ?? ''
  if (own.length === 0) cell.append(said('left-out', words.leftOut))
  else {
    cell.lang = versions[version]?.language ?? ''
    cell.dir = 'auto'
  }
  own.forEach((sentence, at) => {
    const before = own[at - 1]
    if (before) cell.append(between(before, sentence))
    const copy = copyOf(sentence)
    copies.push([copy, sentence])
    cell.append(copy)
  })
  return cell
}

/** What is to be said of the link of a cell. */
function mark(cell: HTMLElement, number: number, { doubtful, moved, words }: EditionData): void {
  if (doubtful.includes(number)) {
    cell.classList.add('doubtful')
    cell.title = words.doubtful
  }
  if (moved.includes(number)) cell.append(said('elsewhere', words.elsewhere))
}

export function headRow({ versions, words }: EditionData): HTMLElement {
  const head = make('div', 'head')
  head.setAttribute('role', 'row')
  head.setAttribute('aria-rowindex', '1')
  const corner = make('div', 'row-number')
  corner.setAttribute('role', 'columnheader')
  corner.append(said('unseen', words.row))
  head.append(corner)
  for (const [at, { name, title, language }] of versions.entries()) {
    const cell = make('div', `v${at}`)
    cell.setAttribute('role', 'columnheader')
    const strong = make('b')
    strong.textContent = name
    const small = said('title', title)
    small.lang = language
    small.title = title
    cell.append(strong, small)
    head.append(cell)
  }
  return head
}

/** The words of a sentence with their marks, without what may stand on a page only once. */
function copyOf({ element }: Sentence): HTMLElement {
  const copy = make('span', 's')
  for (const child of element.childNodes) copy.append(child.cloneNode(true))
  for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id')
  return copy
}

/** The numbers of the themes that a highlight or note carries. */
export function themesOf(element: HTMLElement): number[] {
  const own = element.dataset.t ?? ''
  return own === '' ? [] : own.split(' ').map(Number)
}

function said(className: string, words: string): HTMLElement {
  const element = make('span', className)
  element.textContent = words
  return element
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  if (className !== '') element.className = className
  return element
}
