import type { Annotation } from '../../../shared/model/annotation'
import type { CoderId } from '../../../shared/model/ids'
import type { Memo, MemoSubject } from '../../../shared/model/memo'
import type { AlignedWork } from '../aligned/aligned-work'
import type { XmlNode } from '../xml/xml-tree'
import { teiIds } from './tei-ids'

/** The name of a sentence: its version and its number there, both from 1. */
export function sentenceId(version: number, number: number): string {
  return `v${version}s${number}`
}

export interface StandOff {
  readonly annotations: readonly Annotation[]
  readonly memos: readonly Memo[]
  /** Links between sentences by their names; empty where there are none. */
  readonly links: readonly TeiLink[]
}

export interface TeiLink {
  readonly sentences: readonly string[]
  readonly confidence: number
  readonly byHand: boolean
}

/**
 * What is said of the texts beside them: links as a `linkGrp` (TEI 17.4), highlights with their codings and memos as a
 * `listAnnotation` (TEI 17.10), each coding with its coder and time. Nothing is written where there is nothing to say.
 */
export function writeStandOff(tei: XmlNode, { annotations, memos, links }: StandOff): void {
  if (annotations.length + memos.length + links.length === 0) return
  const standOff = tei.add('standOff').line()
  if (links.length > 0) {
    const group = standOff.add('linkGrp', { type: 'alignment' }).line()
    for (const { sentences, confidence, byHand } of links) {
      const target = sentences.map((id) => `#${id}`).join(' ')
      group.add('link', { type: byHand ? 'hand' : 'auto', cert: String(confidence), target }).line()
    }
    standOff.line()
  }
  if (annotations.length + memos.length > 0) {
    const list = standOff.add('listAnnotation').line()
    for (const each of annotations) {
      writeAnnotation(list, each)
      list.line()
    }
    for (const each of memos) {
      writeMemo(list, each)
      list.line()
    }
    standOff.line()
  }
  tei.line()
}

/** The links of rows: the base, or whoever speaks first in a row, with each other version that does. */
export function linksOf(
  { rows, versions }: AlignedWork,
  ids: readonly (readonly (readonly string[])[])[]
): TeiLink[] {
  return rows.flatMap((row, index) => {
    const first = versions.findIndex((_, at) => (row.sentences[at] ?? []).length > 0)
    return versions.flatMap((_, at): TeiLink[] => {
      const [base, own] = [ids[first]?.[index] ?? [], ids[at]?.[index] ?? []]
      if (at <= first || base.length === 0 || own.length === 0) return []
      return [
        { sentences: [...base, ...own], confidence: row.confidence[at] ?? 0, byHand: row.byHand[at] ?? false }
      ]
    })
  })
}

function writeAnnotation(list: XmlNode, annotation: Annotation): void {
  const { id, codings, quality, memo, coder, created, modified } = annotation
  const node = list.add('annotation', {
    'xml:id': teiIds.passage(id),
    motivation: codings.length > 0 ? 'highlighting classifying' : 'highlighting',
    target: `#range(${teiIds.begin(id)},${teiIds.end(id)})`,
    resp: `#${teiIds.coder(coder)}`
  })
  const history = node.add('revisionDesc')
  writeChange(history, 'created', coder, created)
  if (modified !== created) history.add('change', { type: 'modified', when: modified })
  codings.forEach((coding, at) => {
    const target = `#${codingId(annotation, at)}`
    history.add('change', {
      type: 'coded',
      who: `#${teiIds.coder(coding.coder)}`,
      when: coding.created,
      target
    })
  })
  codings.forEach((coding, at) => {
    node.add('ptr', { 'xml:id': codingId(annotation, at), target: `#${teiIds.theme(coding.theme)}` })
  })
  for (const mark of quality) node.add('note', { type: 'quality', n: mark })
  if (memo !== '') node.add('note', { type: 'memo' }).text(memo)
}

function codingId({ id }: Annotation, at: number): string {
  return `${teiIds.passage(id)}.coding${at + 1}`
}

function writeChange(history: XmlNode, type: string, coder: CoderId, when: string): void {
  history.add('change', { type, who: `#${teiIds.coder(coder)}`, when })
}

function writeMemo(list: XmlNode, { id, about, title, text, coder, created, modified }: Memo): void {
  const node = list.add('annotation', {
    'xml:id': teiIds.memo(id),
    motivation: 'commenting',
    target: `#${targetOf(about)}`,
    resp: `#${teiIds.coder(coder)}`
  })
  const history = node.add('revisionDesc')
  writeChange(history, 'created', coder, created)
  if (modified !== created) history.add('change', { type: 'modified', when: modified })
  const n = about.kind === 'formula' ? about.phrase : null
  if (title !== '') node.add('note', { type: 'title' }).text(title)
  node.add('note', { type: 'memo', n }).text(text)
}

function targetOf(about: MemoSubject): string {
  switch (about.kind) {
    case 'document':
      return teiIds.text(about.id)
    case 'theme':
      return teiIds.theme(about.id)
    case 'project':
    case 'formula':
      return teiIds.edition
  }
}
