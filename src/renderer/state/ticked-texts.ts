import { create } from 'zustand'
import type { DocumentId } from '../../shared/model/ids'

/** The texts that are ticked in the library: what is asked for there is about them. */
export const useTickedTexts = create<{ readonly texts: readonly DocumentId[] }>(() => ({ texts: [] }))
