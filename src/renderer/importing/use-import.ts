import { useState } from 'react'
import { useStore } from 'zustand'
import type { ImportFile } from '../../shared/ipc/import-answers'
import { useAnswer } from '../state/use-answer'
import { comingTexts } from './coming-texts'

/** The texts on their way in, what has been decided of each, which are selected, and which are alike. */
export function useImport(read: readonly ImportFile[]) {
  const [{ store, ...acts }] = useState(() => comingTexts(read))
  const texts = useStore(store)
  const { files } = texts
  const { latest: matches } = useAnswer('import.matches', files.length === 0 ? undefined : null, {
    again: files
  })
  return { ...texts, ...acts, matches }
}
