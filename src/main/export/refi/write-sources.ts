import type { Annotation } from '../../../shared/model/annotation'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Guid } from '../../../shared/model/guid'
import type { CoderId, ThemeId } from '../../../shared/model/ids'
import { codePointIndex } from '../../../shared/text/code-point-index'
import type { EntityGuids } from '../../project/entity-guid'
import { type PassageToWrite, passagesToWrite } from './selections'
import type { Variables } from './variables'
import type { XmlStream } from './xml-stream'

/** What the passages of a text refer to. */
export interface KnownToSources {
  readonly guids: EntityGuids
  readonly variables: Variables
  readonly coderGuid: (id: CoderId) => Guid
  readonly codeGuid: (id: ThemeId) => Guid | null
}

/** The name of a text's file in the archive. */
export function textFileOf(guid: Guid): string {
  return `${guid}.txt`
}

/**
 * A text with its selections. Positions are Unicode code points of the text's file, the first is 0, the end exclusive
 * (REFI-QDA 1.5, 10.2).
 * @param text the canonical text, as it lies in the file
 * @param annotations those that stand in this very text
 */
export function writeSource(
  xml: XmlStream,
  document: VariorumDocument,
  text: string,
  annotations: readonly Annotation[],
  known: KnownToSources
): { readonly joined: number } {
  const guid = known.guids.of('document', document)
  xml.open('TextSource', {
    guid,
    name: document.title,
    plainTextPath: `internal://${textFileOf(guid)}`,
    creationDateTime: document.added
  })
  xml.words('Description', document.notes)
  const points = codePointIndex(text)
  const { passages, joined } = passagesToWrite(annotations, known)
  for (const passage of passages) writeSelection(xml, passage, text, points, known)
  known.variables.writeValues(xml, document)
  xml.close()
  return { joined }
}

function writeSelection(
  xml: XmlStream,
  { annotation, selection, memo }: PassageToWrite,
  text: string,
  points: (offset: number) => number,
  { coderGuid, codeGuid }: KnownToSources
): void {
  const { start, end } = annotation.selector
  const { guid, coder, created, codings, isFirst } = selection
  xml.open('PlainTextSelection', {
    guid,
    name: nameOf(text.slice(start, end)),
    startPosition: points(start),
    endPosition: points(end),
    creatingUser: coderGuid(coder),
    creationDateTime: created,
    modifiedDateTime: isFirst ? annotation.modified : undefined
  })
  xml.words('Description', memo)
  for (const coding of codings) {
    const code = codeGuid(coding.theme)
    if (code === null) continue
    xml.open('Coding', {
      guid: coding.guid,
      creatingUser: coderGuid(coding.coder),
      creationDateTime: coding.created
    })
    xml.reference('CodeRef', code)
    xml.close()
  }
  xml.close()
}

const longestName = 60

/** The beginning of a passage, by which programs list it; they also tell by it how its positions were counted. */
function nameOf(quote: string): string {
  const points = Array.from(quote.replace(/\s+/g, ' ').trim())
  return points.length <= longestName ? points.join('') : `${points.slice(0, longestName - 1).join('')}…`
}
