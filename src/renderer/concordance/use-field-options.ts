import { useMemo } from 'react'
import type { FieldName } from '../../shared/concordance/query'
import type { VariorumDocument } from '../../shared/model/document'
import { useSlices } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'

const kinds = ['source', 'official', 'unofficial', 'machine', 'unknown']
const blocks = ['paragraph', 'heading', 'list-item', 'quotation', 'cell', 'caption', 'note']

/** The values that a field of a query can have in this project, for choosing; empty where anything can be. */
export function useFieldOptions(field: FieldName): readonly string[] {
  const { documents, themes, info } = useSlices('documents', 'themes', 'info')
  return useMemo(() => {
    const all = Object.values<VariorumDocument>(documents)
    const each = (values: readonly string[]) => [...new Set(values.filter(Boolean))].sort()
    switch (field) {
      case 'lang':
        return each(all.map(({ language }) => language))
      case 'publisher':
        return each(all.map(({ publisher }) => publisher))
      case 'kind':
        return kinds
      case 'block':
        return blocks
      case 'coder':
        return each(Object.values(info.coders).map(({ name }) => name))
      case 'theme':
        return orderedThemes(themes).map(({ id }) => pathName(themes, id).replaceAll(' › ', ' / '))
      case 'doubtful':
        return ['yes', 'no']
      case 'attr':
        return each(
          all.flatMap(({ attributes }) =>
            Object.entries(attributes).map(([name, value]) => `${name}=${value}`)
          )
        )
      case 'date':
        return each(all.map(({ published }) => published?.date.slice(0, 4) ?? ''))
    }
  }, [field, documents, themes, info])
}
