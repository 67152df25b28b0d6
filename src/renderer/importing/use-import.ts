import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportFile, IncomingKin } from '../../shared/ipc/import-answers'
import { call } from '../state/bridge'
import { comingTexts } from './coming-texts'

/** The texts on their way in, what has been decided of each, which are selected, and which are alike. */
export function useImport(read: readonly ImportFile[]) {
  const [{ store, ...acts }] = useState(() => comingTexts(read))
  const texts = useStore(store)
  const { files } = texts
  const [kin, setKin] = useState<IncomingKin | null>(null)
  useEffect(() => {
    if (files.length === 0) return undefined
    let current = true
    void call('import.kin', null).then((found) => {
      if (current && found.ok) setKin(found.value)
    })
    return () => {
      current = false
    }
  }, [files])
  return { ...texts, ...acts, kin }
}
