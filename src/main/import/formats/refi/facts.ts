import { type DocumentField, isDocumentField } from '../../../../shared/interchange/refi/document-fields'
import { attributeTypeOf, attributeValueOf } from '../../../../shared/interchange/refi/variable-values'
import { ParsedAttribute, type ParsedMemo } from '../../parsed-sidecars'
import { attribute, childrenNamed, named, prose, tidy } from '../xml'
import { guidOf, targetsOf } from './guid'
import type { OwnSayings } from './own-sayings'

/** What a project knows of its sources beside their words: variables, cases, sets, and codes on a source as a whole. */
export class SourceFacts {
  private readonly variables: ReadonlyMap<string, Variable>
  private readonly cases: ReadonlyMap<string, Element[]>
  private readonly sets: ReadonlyMap<string, Element[]>

  /** @param paths the codes by their ids */
  constructor(
    private readonly tree: Document,
    private readonly paths: ReadonlyMap<string, readonly string[]>,
    private readonly own: OwnSayings | null = null
  ) {
    this.variables = new Map(
      named(tree, 'Variable').map((each): [string, Variable] => {
        const guid = guidOf(each)
        const stated = attribute(each, 'name')
        const field = own?.field.get(guid)
        return [
          guid,
          {
            name: own ? (stated ?? '') : tidy(stated),
            type: attribute(each, 'typeOfVariable') ?? '',
            choices: choicesIn(own?.choices.get(guid)),
            field: field !== undefined && isDocumentField(field) ? field : null
          }
        ]
      })
    )
    this.cases = bySource(named(tree, 'Case'), 'SourceRef')
    this.sets = bySource(named(tree, 'Set'), 'MemberSource')
  }

  /** What the values of the variables are, as far as they are more than text. */
  attributes(): ParsedAttribute[] {
    return [...this.variables.values()].flatMap(({ name, type, choices, field }): ParsedAttribute[] => {
      const parsed = ParsedAttribute.safeParse({ name, type: attributeTypeOf(type, choices) })
      return parsed.success && field === null ? [parsed.data] : []
    })
  }

  /** Fields of a text that this app has written as variables. */
  fieldsOf(source: Element): Record<string, string> {
    return Object.fromEntries(
      this.valuesOf(source).flatMap(({ variable, value }) =>
        variable.field ? [[variable.field, value]] : []
      )
    )
  }

  /** As attributes of the text. What is known of a case is known of its sources; a variable of the source itself counts for more. */
  attributesOf(source: Element): Record<string, string> {
    const cases = this.cases.get(guidOf(source)) ?? []
    const sets = (this.sets.get(guidOf(source)) ?? []).map((each) => tidy(attribute(each, 'name')))
    const [told, plain] = [sets.filter(saysValue), sets.filter((name) => !saysValue(name))]
    const codes = childrenNamed(source, 'Coding').flatMap((coding) =>
      targetsOf(coding, 'CodeRef').flatMap((id) => this.paths.get(id)?.join(' / ') ?? [])
    )
    return {
      ...listed(
        'case',
        cases.map((each) => tidy(attribute(each, 'name')))
      ),
      ...listed('sets', plain),
      ...listed('codes', codes),
      ...Object.fromEntries(told.map(nameAndValue)),
      ...Object.fromEntries(
        [...cases, source].flatMap((each) =>
          this.valuesOf(each).flatMap(({ variable, value }) =>
            variable.field ? [] : [[variable.name, value]]
          )
        )
      )
    }
  }

  /** What is known of cases that are on no source: notes on the project, so that nothing of them is lost. */
  casesWithoutSource(): ParsedMemo[] {
    return named(this.tree, 'Case')
      .filter((each) => targetsOf(each, 'SourceRef').length === 0)
      .flatMap((each): ParsedMemo[] => {
        const name = tidy(attribute(each, 'name'))
        const values = this.valuesOf(each).map(({ variable, value }) => `${variable.name}: ${value}`)
        const text = [prose(childrenNamed(each, 'Description')[0]?.textContent), values.join('\n')]
          .filter(Boolean)
          .join('\n\n')
        if (name + text === '') return []
        return [{ theme: null, title: text === '' ? '' : name, text: text || name, coder: '', created: null }]
      })
  }

  private valuesOf(element: Element): { readonly variable: Variable; readonly value: string }[] {
    return childrenNamed(element, 'VariableValue').flatMap((each) => {
      const [id = ''] = targetsOf(each, 'VariableRef')
      const variable = this.variables.get(id)
      const value = Array.from(each.children)
        .filter(({ tagName }) => tagName.endsWith('Value'))
        .map(({ textContent }) => (this.own ? (textContent ?? '') : tidy(textContent)))
        .join(' ')
      if (!variable?.name || (value === '' && !this.own)) return []
      return [{ variable, value: attributeValueOf(value, variable.type) }]
    })
  }
}

interface Variable {
  readonly name: string
  /** As the format calls it. */
  readonly type: string
  readonly choices: readonly string[]
  /** The field of the text that it stands for; only a file of this app says so. */
  readonly field: DocumentField | null
}

function choicesIn(json: string | undefined): string[] {
  if (json === undefined) return []
  try {
    const parsed: unknown = JSON.parse(json)
    return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

function bySource(elements: readonly Element[], reference: string): Map<string, Element[]> {
  const found = new Map<string, Element[]>()
  for (const element of elements)
    for (const id of targetsOf(element, reference)) found.set(id, [...(found.get(id) ?? []), element])
  return found
}

/** ATLAS.ti has no variables of sources: it names their sets `gender: male`. */
function saysValue(name: string): boolean {
  return /^[^:]{1,200}: .+$/u.test(name)
}

function nameAndValue(name: string): [string, string] {
  const at = name.indexOf(': ')
  return [name.slice(0, at), name.slice(at + 2)]
}

function listed(key: string, names: readonly string[]): Record<string, string> {
  const own = [...new Set(names)].filter((name) => name !== '')
  return own.length > 0 ? { [key]: own.join('; ') } : {}
}
