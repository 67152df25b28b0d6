import type { RegisterEntry, RegisterFile } from '../../../shared/formulae/register-file'
import { formulaLinkKinds } from '../../../shared/model/formula-kinds'
import { attribute, childrenNamed, named, parseXml, tidy } from '../formats/xml'
import { type Gathered, registerFrom } from './gathered-register'

/** Elements of TBX under their names of ISO 30042:2019, and of 2008. */
const names = { concept: ['conceptEntry', 'termEntry'], section: ['langSec', 'langSet'] } as const
const terms = ['termSec', 'tig', 'ntig'] as const

/** A termbase (TBX of 2019 or 2008): a formula a concept. Terms in Chinese are its source forms, all others renderings. */
export function registerOfTbx(text: string, title: string): RegisterFile {
  const tree = parseXml(text)
  const concepts = names.concept.flatMap((name) => named(tree, name))
  const byId = new Map(concepts.map((each) => [attribute(each, 'id') ?? '', nameOf(each)]))
  return registerFrom(
    concepts.map((each) => conceptOf(each, byId)),
    tidy(named(tree, 'title')[0]?.textContent) || title
  )
}

function conceptOf(concept: Element, byId: ReadonlyMap<string, string>): Gathered {
  const forms: string[] = []
  const renderings: Gathered['renderings'][number][] = []
  for (const section of sectionsOf(concept)) {
    const language = attribute(section, 'lang') ?? ''
    const isSource = /^zh(-|$)/i.test(language)
    for (const term of termsOf(section)) {
      const words = tidy(named(term, 'term')[0]?.textContent)
      const status = typed(term, 'termNote', 'administrativeStatus')
      if (isSource) forms.push(words)
      else
        renderings.push({
          words,
          language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? language : 'en',
          status: /^(deprecated|superseded)/.test(status) ? 'rejected' : 'accepted',
          note: childrenNamed(term, 'note')
            .map((note) => tidy(note.textContent))
            .join('\n')
        })
    }
  }
  const notes = childrenNamed(concept, 'note').map((each) => (each.textContent ?? '').trim())
  const said = (name: string) => notes.find((note) => note.startsWith(`${name}: `))?.slice(name.length + 2)
  const others = notes.filter((note) => !/^(members|pinyin|memo): /.test(note))
  return {
    forms,
    renderings,
    kind: typed(concept, 'descrip', 'subjectField'),
    gloss: typed(concept, 'descrip', 'definition'),
    pinyin: said('pinyin') ?? '',
    members: said('members')?.split(' | ') ?? [],
    memo: [said('memo'), ...others].filter(Boolean).join('\n\n'),
    links: linksOf(concept, byId)
  }
}

function linksOf(concept: Element, byId: ReadonlyMap<string, string>): RegisterEntry['links'] {
  return childrenNamed(concept, 'ref').flatMap((each) => {
    const form = byId.get(attribute(each, 'target') ?? '')
    const kind = formulaLinkKinds.find((own) => tidy(each.textContent).startsWith(`${own}:`))
    return form ? [{ kind: kind ?? ('parallels' as const), form }] : []
  })
}

function nameOf(concept: Element): string {
  const sections = sectionsOf(concept)
  const source = sections.find((each) => /^zh(-|$)/i.test(attribute(each, 'lang') ?? ''))
  const [first] = source ? termsOf(source) : sections.flatMap(termsOf)
  return first ? tidy(named(first, 'term')[0]?.textContent) : ''
}

function sectionsOf(concept: Element): Element[] {
  return names.section.flatMap((name) => childrenNamed(concept, name))
}

function termsOf(section: Element): Element[] {
  return terms.flatMap((name) => childrenNamed(section, name))
}

/** What stands in the first element of a name and type under another; empty where there is none. */
function typed(under: Element, name: string, type: string): string {
  return tidy(named(under, name).find((each) => attribute(each, 'type') === type)?.textContent)
}
