import { create } from 'zustand'
import type { Events } from '../../shared/ipc/answers'

/** How far long work is: opening, verifying, backing up. Null while there is none worth telling. */
export const useProgress = create<{ readonly progress: Events['progress'] }>(() => ({ progress: null }))
