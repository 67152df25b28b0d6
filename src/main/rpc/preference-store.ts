import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { defaultPreferences } from '../../shared/ipc/default-preferences'
import {
  type ExportPreset,
  type ExportSettings,
  KeptExports,
  mostPresets,
  type PresetChange
} from '../../shared/ipc/export-request'
import { Preferences } from '../../shared/ipc/preferences'
import type { RecentProject } from '../../shared/ipc/start-answers'
import { CoderId } from '../../shared/model/ids'
import { writeDurably } from '../store/durable-file'

/** The newest backup of a project that lies outside it. */
const OutsideBackup = z.object({ made: z.iso.datetime(), seq: z.int().min(0) })
export type OutsideBackup = z.infer<typeof OutsideBackup>

/** Where backups outside projects are kept, since when, and of each project the newest there. */
const Outside = z.object({
  folder: z.string().nullable(),
  since: z.iso.datetime().nullable(),
  last: z.record(z.string(), OutsideBackup)
})

const noExports: KeptExports = { last: {}, options: {}, presets: [] }

const Kept = z.object({
  preferences: Preferences,
  recent: z.array(z.object({ folder: z.string(), name: z.string() })).max(20),
  coders: z.record(z.string(), CoderId),
  outside: Outside.default(() => ({ folder: null, since: null, last: {} })),
  exports: KeptExports.default(() => noExports).catch(() => noExports)
})
type Kept = z.infer<typeof Kept>

const nowhere: z.infer<typeof Outside> = { folder: null, since: null, last: {} }
const mostRecent = 10

/** Preferences and recent projects, in one small file of the user's data folder. An unreadable file is begun anew. */
export class PreferenceStore {
  private writing: Promise<void> = Promise.resolve()

  private constructor(
    private readonly path: string,
    private kept: Kept
  ) {}

  static async open(path: string): Promise<PreferenceStore> {
    const blank: Kept = {
      preferences: defaultPreferences,
      recent: [],
      coders: {},
      outside: nowhere,
      exports: noExports
    }
    const text = await readFile(path, 'utf8').catch(() => '')
    const parsed = Kept.safeParse(withDefaults(readJson(text)))
    return new PreferenceStore(path, parsed.success ? parsed.data : blank)
  }

  get preferences(): Preferences {
    return this.kept.preferences
  }

  get recent(): readonly RecentProject[] {
    return this.kept.recent
  }

  set(patch: Partial<Preferences>): Preferences {
    this.change({ ...this.kept, preferences: { ...this.kept.preferences, ...patch } })
    return this.kept.preferences
  }

  remember(project: RecentProject): void {
    const others = this.kept.recent.filter((each) => each.folder !== project.folder)
    this.change({ ...this.kept, recent: [project, ...others].slice(0, mostRecent) })
  }

  coderOf(project: string): CoderId | null {
    return this.kept.coders[project] ?? null
  }

  rememberCoder(project: string, coder: CoderId): void {
    this.change({ ...this.kept, coders: { ...this.kept.coders, [project]: coder } })
  }

  /** The folder chosen for backups outside projects, and when; null where there is none. */
  get outside(): { readonly folder: string | null; readonly since: string | null } {
    return this.kept.outside
  }

  /** The newest backup of a project outside it, as far as is known: its drive may not be connected. */
  outsideOf(project: string): OutsideBackup | null {
    return this.kept.outside.last[project] ?? null
  }

  rememberOutside(project: string, backup: OutsideBackup): void {
    const { outside } = this.kept
    this.change({ ...this.kept, outside: { ...outside, last: { ...outside.last, [project]: backup } } })
  }

  /** Chooses another folder, or none. What lay in the one before counts no longer. */
  chooseOutside(folder: string | null, now = new Date()): void {
    const since = folder === null ? null : now.toISOString()
    this.change({ ...this.kept, outside: { folder, since, last: {} } })
  }

  /** How exports were done last, and settings that have a name. */
  get exports(): KeptExports {
    return this.kept.exports
  }

  rememberExport(of: ExportPreset['of'], settings: ExportSettings): void {
    const { last, options, presets } = this.kept.exports
    const exports: KeptExports = {
      last: { ...last, [of]: settings },
      options: { ...options, [`${of}/${settings.format}`]: settings.options },
      presets
    }
    this.change({ ...this.kept, exports })
  }

  /** Keeps a preset, in the place of one of its name, or drops one. */
  changePresets(change: NonNullable<PresetChange>): void {
    const { exports } = this.kept
    const { of, name } = change.do === 'keep' ? change.preset : change
    const others = exports.presets.filter((each) => each.of !== of || each.name !== name)
    const presets = change.do === 'keep' ? [...others, change.preset].slice(-mostPresets) : others
    this.change({ ...this.kept, exports: { ...exports, presets } })
  }

  async flush(): Promise<void> {
    await this.writing
  }

  /** Preferences that cannot be written are lost at the end of the day; nothing else is. */
  private change(next: Kept): void {
    this.kept = next
    const text = `${JSON.stringify(next, null, 2)}\n`
    this.writing = this.writing.then(() => writeDurably(this.path, text)).catch(() => {})
  }
}

/** Preferences of an earlier version lack what was added since. */
function withDefaults(kept: unknown): unknown {
  if (typeof kept !== 'object' || kept === null || !('preferences' in kept)) return kept
  const own: Readonly<Record<string, unknown>> = Object.assign({}, defaultPreferences, kept.preferences)
  // What an earlier version did not ask for has its default, also within a group.
  const reading = Object.assign({}, defaultPreferences.reading, own.reading)
  return { ...kept, preferences: { ...own, reading } }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
