import { themePath } from '../../../shared/excerpts/theme-path'
import type { Instruction } from '../../../shared/interchange/refi/instructions'
import type { Annotation } from '../../../shared/model/annotation'
import { themesOf } from '../../../shared/model/codings'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Guid } from '../../../shared/model/guid'
import type { CoderId, DocumentId, ThemeId } from '../../../shared/model/ids'
import type { Memo } from '../../../shared/model/memo'
import type { EntityGuids } from '../../project/entity-guid'
import type { ProjectModel } from '../format'
import { cleanProse } from './clean'
import { DistinctNames } from './distinct-names'
import { textFileOf } from './write-sources'
import type { XmlStream } from './xml-stream'

interface Note {
  readonly guid: Guid
  readonly name: string
  readonly text: string
  readonly coder: CoderId | null
  readonly created: string
  readonly modified: string
}

const words = {
  note: { en: 'Note', 'zh-CN': '笔记' },
  unsettled: { en: 'Passages not found in', 'zh-CN': '未找到的段落：' }
}

/** The memos of a project as notes, each with what refers to it; and notes that keep what has no place of its own. */
export class NotesToWrite {
  readonly instructions: Instruction[] = []
  private readonly notes: Note[] = []
  private readonly names = new DistinctNames()
  private readonly onProjectItself: Guid[] = []
  private readonly onDocuments = new Map<DocumentId, Guid[]>()
  private readonly onThemes = new Map<ThemeId, Guid[]>()

  constructor(
    private readonly model: Pick<ProjectModel, 'memos' | 'language' | 'themes' | 'documents' | 'page'>,
    private readonly guids: EntityGuids
  ) {
    for (const memo of model.memos) this.add(memo)
  }

  onProject(): readonly Guid[] {
    return this.onProjectItself
  }

  onTheme(id: ThemeId): readonly Guid[] {
    return this.onThemes.get(id) ?? []
  }

  /** What has to be said before the root: true names of notes, phrases of formulae. All memos are in it from the start. */
  before(): Instruction[] {
    return [...this.instructions, ...this.names.instructions]
  }

  /** Keeps the words, themes and memos of passages that were not found for sure in a note on their text. */
  keepUnsettled(document: VariorumDocument, annotations: readonly Annotation[]): void {
    if (annotations.length === 0) return
    const guid = this.guids.made('note', `unsettled ${document.id}`)
    const text = annotations
      .map((each) => {
        const themes = themesOf(each).map((id) => `#${themePath(this.model.themes, id)}`)
        return [`“${each.selector.exact}”`, ...themes, each.memo].filter((line) => line !== '').join('\n')
      })
      .join('\n\n')
    const { made } = this.model.page
    const title = `${words.unsettled[this.model.language]} ${document.title}`
    const name = this.names.of(guid, title, document.id)
    this.notes.push({ guid, name, text, coder: null, created: made, modified: made })
    put(this.onDocuments, document.id, guid)
  }

  /** `Notes`; nothing where there are none. Every note has a date: some programs stop at one that has none. */
  write(xml: XmlStream, coderGuid: (id: CoderId) => Guid): void {
    if (this.notes.length === 0) return
    xml.open('Notes')
    for (const { guid, name, coder, created, modified } of this.notes)
      xml.empty('Note', {
        guid,
        name,
        plainTextPath: `internal://${textFileOf(guid)}`,
        creatingUser: coder === null ? undefined : coderGuid(coder),
        creationDateTime: created,
        modifiedDateTime: modified
      })
    xml.close()
  }

  /**
   * `Links` from notes to the texts that they are on. They are links, as ATLAS.ti has them, since QualCoder drops the words
   * of a note that a text refers to itself.
   */
  writeLinks(xml: XmlStream): void {
    if (this.onDocuments.size === 0) return
    xml.open('Links')
    for (const [id, notes] of this.onDocuments) {
      const document = this.model.documents.get(id)
      if (!document) continue
      const targetGUID = this.guids.of('document', document)
      for (const originGUID of notes)
        xml.empty('Link', {
          guid: this.guids.made('link', `${originGUID} ${targetGUID}`),
          direction: 'OneWay',
          originGUID,
          targetGUID
        })
    }
    xml.close()
  }

  /** The files of the notes' texts, by their names. */
  *files(): Iterable<{ readonly name: string; readonly text: string }> {
    for (const { guid, text } of this.notes) yield { name: textFileOf(guid), text: cleanProse(text) }
  }

  private add(memo: Memo): void {
    const guid = this.guids.made('memo', memo.id)
    const { about } = memo
    this.notes.push({ ...memo, guid, name: this.names.of(guid, memo.title, this.hintOf(memo)) })
    if (about.kind === 'document') put(this.onDocuments, about.id, guid)
    else if (about.kind === 'theme') put(this.onThemes, about.id, guid)
    else this.onProjectItself.push(guid)
    if (about.kind === 'formula') this.instructions.push({ kind: 'formula', guid, value: about.phrase })
  }

  /** What tells a note from others of its name. */
  private hintOf({ about }: Memo): string {
    const note = words.note[this.model.language]
    if (about.kind === 'formula') return about.phrase
    if (about.kind === 'theme') return this.model.themes[about.id]?.name ?? note
    return about.kind === 'document' ? (this.model.documents.get(about.id)?.title ?? note) : note
  }
}

function put<K>(map: Map<K, Guid[]>, key: K, guid: Guid): void {
  map.set(key, [...(map.get(key) ?? []), guid])
}
