import type { OldEngine } from '../../shared/ipc/start-answers'
import type { OpenedStyles } from '../citation/opened-styles'
import type { TextThread } from '../concordance/text-thread'
import type { ClipboardText } from '../export/clipboard/clipboard-text'
import type { ExportWriter } from '../export/writing/export-job'
import type { FormulaThread } from '../formulae/formula-thread'
import type { Parser } from '../import/parser'
import type { Comparison } from '../services/compare'
import type { Aligner } from '../workers/aligner'
import type { Reanchorer } from '../workers/reanchorer'
import type { Finder } from '../workers/text-finder'
import type { WorkPool } from '../workers/work-pool'
import type { Client } from './client'
import type { DraftStore } from './draft-store'
import type { PreferenceStore } from './preference-store'
import type { UiStateStore } from './ui-state-store'

/** The things of the desktop that the host needs; the window's side implements them. */
export interface Desktop {
  /** `new`: the folder in which a new project is to lie. */
  chooseFolder(purpose: 'open' | 'new' | 'import' | 'backups'): Promise<string | null>
  /** Texts to import, a citation style, a manuscript to check, or a register of formulae. */
  chooseFiles(what?: 'texts' | 'styles' | 'manuscripts' | 'registers'): Promise<readonly string[]>
  /** A file in which a project was handed over. */
  chooseBundle(): Promise<string | null>
  /** Where a file is to be written, or a folder where the extension is empty. */
  chooseSave(name: string, extension: string): Promise<string | null>
  /** Makes a PDF of a whole page of HTML; null where nothing does. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null
  /** Keeps a page of HTML for a frame of a window to show; gives its address. Null where there are no windows. */
  readonly servePage: ((html: string) => string) | null
  /** Opens the folder in which a file lies, with the file chosen in it. */
  showInFolder(path: string): void
  /** The text on the clipboard; empty where there is none. */
  readClipboard(): Promise<string>
  /** Puts a text there, or the same in several forms. */
  writeClipboard(text: string | ClipboardText): Promise<void>
  newWindow(): void
  /** Something that the menu or the windows' size depend on has changed. */
  refresh(): void
}

/** What a host is made of: its windows, its stores, and those who work for it. */
export interface HostParts {
  /** The windows that are open; the desktop's side keeps the set. */
  readonly clients: ReadonlySet<Client>
  readonly desktop: Desktop
  readonly preferences: PreferenceStore
  readonly parser: Parser
  readonly aligner: Aligner
  readonly comparison: Comparison
  readonly reanchorer: Reanchorer
  readonly finder: Finder
  readonly uiState: UiStateStore
  readonly drafts: DraftStore
  readonly exports: ExportWriter
  readonly styles: OpenedStyles
  readonly pool: WorkPool
  readonly texts: TextThread
  readonly formulae: FormulaThread
  readonly folders: { readonly sample: string; readonly corpus: string; readonly licences: string }
  readonly versions: { readonly app: string; readonly electron: string; readonly oldEngine: OldEngine | null }
}
