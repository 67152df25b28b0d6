import { type DocumentField, documentFields } from '../../../shared/interchange/refi/document-fields'
import type { Instruction } from '../../../shared/interchange/refi/instructions'
import {
  type VariableType,
  valueElementOf,
  variableTypeOf
} from '../../../shared/interchange/refi/variable-values'
import type { VariorumDocument } from '../../../shared/model/document'
import type { Guid } from '../../../shared/model/guid'
import type { EntityGuids } from '../../project/entity-guid'
import type { ProjectModel } from '../format'
import type { XmlStream } from './xml-stream'

interface Variable {
  readonly guid: Guid
  readonly name: string
  readonly type: VariableType
}

/** The attribute whose values name the cases that a text belongs to, several parted by semicolons. */
const caseAttribute = 'case'

/**
 * The attributes of a project's texts as variables, with some fields of the texts (language, date, publisher, address); and
 * the cases that texts belong to.
 */
export class Variables {
  readonly instructions: Instruction[] = []
  private readonly attributes: readonly Variable[]
  private readonly fields: readonly (Variable & { readonly field: DocumentField })[]
  private readonly cases = new Map<string, Guid[]>()

  constructor(
    { documents, info }: Pick<ProjectModel, 'documents' | 'info'>,
    private readonly guids: EntityGuids
  ) {
    const values = new Map<string, string[]>(Object.keys(info.attributes).map((name) => [name, []]))
    for (const document of documents.values()) {
      for (const [name, value] of Object.entries(document.attributes)) {
        const own = values.get(name)
        if (own) own.push(value)
        else values.set(name, [value])
      }
      for (const name of casesOf(document))
        this.cases.set(name, [...(this.cases.get(name) ?? []), guids.of('document', document)])
    }
    this.attributes = Array.from(values, ([name, own]) => ({
      guid: guids.made('variable', name),
      name,
      type: variableTypeOf(info.attributes[name], own)
    }))
    for (const { guid, name } of this.attributes) {
      const type = info.attributes[name]
      if (type?.type === 'choice')
        this.instructions.push({ kind: 'choices', guid, value: JSON.stringify(type.choices) })
    }
    this.fields = documentFields
      .filter((field) => [...documents.values()].some((document) => fieldOf(document, field) !== ''))
      .map((field) => ({
        guid: guids.made('variable', `field ${field}`),
        name: values.has(field) ? `${field} (text)` : field,
        type: 'Text',
        field
      }))
    for (const { guid, field } of this.fields) this.instructions.push({ kind: 'field', guid, value: field })
  }

  /** `Variables` and `Cases`; nothing where there are none. */
  write(xml: XmlStream): void {
    const all = [...this.attributes, ...this.fields]
    if (all.length > 0) {
      xml.open('Variables')
      for (const { guid, name, type } of all) xml.empty('Variable', { guid, name, typeOfVariable: type })
      xml.close()
    }
    if (this.cases.size === 0) return
    xml.open('Cases')
    for (const [name, sources] of this.cases) {
      xml.open('Case', { guid: this.guids.made('case', name), name })
      for (const guid of new Set(sources)) xml.reference('SourceRef', guid)
      xml.close()
    }
    xml.close()
  }

  /** The `VariableValue`s of one text. */
  writeValues(xml: XmlStream, document: VariorumDocument): void {
    for (const { guid, name, type } of this.attributes) {
      const value = Object.hasOwn(document.attributes, name) ? document.attributes[name] : undefined
      if (value !== undefined) writeValue(xml, guid, value, type)
    }
    for (const { guid, type, field } of this.fields) {
      const value = fieldOf(document, field)
      if (value !== '') writeValue(xml, guid, value, type)
    }
  }
}

function writeValue(xml: XmlStream, guid: Guid, value: string, type: VariableType): void {
  xml.open('VariableValue')
  xml.reference('VariableRef', guid)
  const name = valueElementOf(value, type)
  if (value === '') xml.empty(name, {})
  else xml.words(name, value)
  xml.close()
}

function casesOf({ attributes }: VariorumDocument): string[] {
  const value = Object.hasOwn(attributes, caseAttribute) ? (attributes[caseAttribute] ?? '') : ''
  const names = value.split(';').map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}

/** A field as a variable's value. What was only proposed is no fact, and is not handed on as one. */
function fieldOf(document: VariorumDocument, field: DocumentField): string {
  if (field === 'published')
    return document.proposed.includes('published') ? '' : (document.published?.date ?? '')
  if (field === 'publisher' && document.proposed.includes('publisher')) return ''
  if (field === 'language' && document.proposed.includes('language')) return ''
  return document[field]
}
