import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Parser } from '../../import/parser'
import { AlignmentCache } from '../../services/alignment-cache'
import { Comparison } from '../../services/compare'
import { Aligner } from '../../workers/aligner'
import { Finder } from '../../workers/finder'
import { Reanchorer } from '../../workers/reanchorer'
import { WorkThread } from '../../workers/thread'
import { Desk } from '../desk'
import { MemoryStore } from '../memory-store'
import { PreferenceStore } from '../preference-store'

/** A desk without windows or a desktop, all else as in the app. Its threads are not built: what needs one fails. */
export async function makeDesk(folder: string): Promise<Desk> {
  const thread = new WorkThread(join(folder, 'work-thread.js'))
  const aligner = new Aligner(thread)
  return new Desk({
    clients: new Set(),
    desktop: {
      chooseFolder: async () => null,
      chooseFiles: async () => [],
      chooseSave: async () => null,
      readClipboard: async () => '',
      writeClipboard() {},
      newWindow() {},
      refresh() {}
    },
    preferences: await PreferenceStore.open(join(folder, 'preferences.json')),
    parser: new Parser(() => {
      throw new Error('nothing is parsed here')
    }),
    aligner,
    comparison: new Comparison(aligner, new AlignmentCache(join(folder, 'alignments'))),
    reanchorer: new Reanchorer(thread),
    finder: new Finder(thread),
    memory: new MemoryStore(join(folder, 'desks')),
    folders: {
      sample: join(folder, 'sample'),
      corpus: fileURLToPath(new URL('.', import.meta.url)),
      licences: ''
    },
    versions: { app: '0', electron: '0' }
  })
}
