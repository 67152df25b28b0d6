import { useCallback } from 'react'
import { type LibraryColumn, libraryFacts } from '../../shared/ipc/library-columns'
import { useT } from '../state/i18n'
import { attributeOf } from './columns'

/** What columns are called; an attribute's by its own name. */
export function useColumnName(): (column: LibraryColumn) => string {
  const t = useT()
  return useCallback(
    (column) => {
      const fact = libraryFacts.find((each) => each === column)
      return fact ? t(`library.${fact}`) : (attributeOf(column) ?? '')
    },
    [t]
  )
}
