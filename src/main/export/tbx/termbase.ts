import type { Formula, FormulaRendering } from '../../../shared/model/formula'
import { formulaName, renderingsOf } from '../../../shared/model/formula-name'
import type { CoderId } from '../../../shared/model/ids'
import type { FormulaEntry, FormulaeModel } from '../format'
import { XmlDocument, type XmlNode } from '../xml/xml-tree'

const namespace = 'urn:iso:std:iso:30042:ed-2'
/** Whether the export is cancelled is looked at after so many entries. */
const entriesPerLook = 200

/**
 * The register as TBX-Basic (ISO 30042:2019, style DCA): a concept a formula. Of what it has no place for, members and kinds of
 * links stand in notes. Accepted renderings are preferred (the most frequent) or admitted, rejected ones deprecated.
 *
 * @returns the file, how many characters XML cannot carry, and how many formulae have no words at all
 */
export function termbase(
  model: FormulaeModel,
  signal: AbortSignal
): { readonly text: string; readonly replaced: number; readonly without: number } {
  const { page, entries } = model
  const file = new XmlDocument({
    name: 'tbx',
    namespace,
    attributes: { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'en' }
  })
  const described = file.root.line().add('tbxHeader').add('fileDesc')
  described.add('titleStmt').add('title').text(page.title)
  described.add('sourceDesc').add('p').text(`Variorum ${page.version}, ${page.project}, ${page.change}`)
  const body = file.root.line().add('text').add('body')
  const written = entries.filter(({ formula }) => hasWords(formula))
  const ids = new Set<string>(written.map(({ formula }) => formula.id))
  for (const [at, entry] of written.entries()) {
    if (at % entriesPerLook === 0) signal.throwIfAborted()
    writeConcept(body.line(), entry, model, ids)
  }
  body.line()
  file.root.line()
  return { text: file.end(), replaced: file.replaced, without: entries.length - written.length }
}

function hasWords({ forms, renderings }: Formula): boolean {
  return forms.length + Object.keys(renderings).length > 0
}

function writeConcept(
  body: XmlNode,
  entry: FormulaEntry,
  { info }: FormulaeModel,
  ids: ReadonlySet<string>
): void {
  const { formula } = entry
  const who = (id: CoderId) => info.coders[id]?.name ?? id
  const concept = body.add('conceptEntry', { id: `c-${formula.id}` })
  concept.line().add('descrip', { type: 'subjectField' }).text(formula.kind)
  if (formula.gloss !== '') concept.line().add('descrip', { type: 'definition' }).text(formula.gloss)
  for (const { kind, formula: to } of formula.links) {
    const other = info.formulae[to]
    if (other && ids.has(to))
      concept
        .line()
        .add('ref', { type: 'crossReference', target: `c-${to}` })
        .text(`${kind}: ${formulaName(other)}`)
  }
  transaction(concept.line(), 'origination', formula.created, who(formula.coder))
  if (formula.members.length > 0)
    concept
      .line()
      .add('note')
      .text(`members: ${formula.members.join(' | ')}`)
  if (formula.pinyin !== '') concept.line().add('note').text(`pinyin: ${formula.pinyin}`)
  if (formula.memo !== '') concept.line().add('note').text(`memo: ${formula.memo}`)
  if (formula.forms.length > 0) {
    const section = concept.line().add('langSec', { 'xml:lang': 'zh' })
    for (const [at, form] of formula.forms.entries()) {
      const term = section.line().add('termSec')
      term.add('term').text(form)
      status(term, at === 0 ? 'preferred' : 'admitted')
    }
    section.line()
  }
  for (const [language, renderings] of byLanguage(entry)) {
    const section = concept.line().add('langSec', { 'xml:lang': language })
    for (const [at, each] of renderings.entries()) {
      const term = section.line().add('termSec')
      term.add('term').text(each.words)
      if (each.status === 'accepted') status(term, at === 0 ? 'preferred' : 'admitted')
      if (each.status === 'rejected') status(term, 'deprecated')
      transaction(term, 'modification', each.decided, who(each.coder))
      if (each.note !== '') term.add('note').text(each.note)
    }
    section.line()
  }
  concept.line()
}

function status(term: XmlNode, how: 'preferred' | 'admitted' | 'deprecated'): void {
  term.add('termNote', { type: 'administrativeStatus' }).text(`${how}Term-admn-sts`)
}

function transaction(at: XmlNode, type: 'origination' | 'modification', time: string, who: string): void {
  const group = at.add('transacGrp')
  group.add('transac', { type: 'transactionType' }).text(type)
  group.add('date').text(time.slice(0, 10))
  group.add('transacNote', { type: 'responsibility' }).text(who)
}

/** The renderings of each language: accepted ones first, of these the most frequent. */
function byLanguage({ formula, counted }: FormulaEntry): Map<string, FormulaRendering[]> {
  const size = ({ id, status: how }: FormulaRendering) =>
    how === 'accepted' ? (counted?.renderings[id]?.count ?? 0) + 1 : 0
  const found = new Map<string, FormulaRendering[]>()
  for (const each of renderingsOf(formula).sort((a, b) => size(b) - size(a))) {
    const own = found.get(each.language) ?? []
    found.set(each.language, own)
    own.push(each)
  }
  return found
}
