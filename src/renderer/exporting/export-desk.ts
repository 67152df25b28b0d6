import { createStore } from 'zustand/vanilla'
import type { ExportFormatInfo } from '../../shared/export/export-format-info'
import type { ExportOptions } from '../../shared/export/export-options'
import type { ExportPreview, ExportSaved } from '../../shared/ipc/export-answers'
import type {
  ExportPreset,
  ExportRequest,
  ExportSource,
  KeptExports,
  PresetChange
} from '../../shared/ipc/export-request'
import type { AppError } from '../../shared/model/result'
import { call, openJob, type RunningJob } from '../state/bridge'
import { Debounce } from '../state/debounce'
import { showError } from '../state/toasts'

type Options = Partial<ExportOptions>

/** What stands in the middle. While a newer preview is made the one before stays, and `isStale` says so. */
export interface ShownPreview {
  readonly answer: ExportPreview | null
  readonly error: AppError | null
  readonly isStale: boolean
}

export interface ExportDeskState {
  readonly source: ExportSource | null
  /** The formats of what is exported, as the registry lists them; null until they are known. */
  readonly formats: readonly ExportFormatInfo[] | null
  readonly format: ExportFormatInfo | null
  readonly options: Options
  /** Presets of what is exported, and the one whose settings stand unchanged. */
  readonly presets: readonly ExportPreset[]
  readonly preset: string | null
  readonly preview: ShownPreview
  /** How far the saving is; null while nothing is saved. */
  readonly saving: { readonly done: number; readonly total: number } | null
}

const noPreview: ShownPreview = { answer: null, error: null, isStale: true }
const blank: ExportDeskState = {
  source: null,
  formats: null,
  format: null,
  options: {},
  presets: [],
  preset: null,
  preview: noPreview,
  saving: null
}
const noneKept: KeptExports = { last: {}, options: {}, presets: [] }

/** A preview waits for a pause in what is changed, and no longer than so much. */
const pauseMs = 200
const atLatestMs = 1200

/**
 * The export desk of a window: what is exported, in which format, how, and what it will look like. Options are remembered for each
 * format. Of several previews that were asked for the last one is shown, in whatever order they come.
 */
export class ExportDesk {
  readonly store = createStore<ExportDeskState>(() => blank)
  private kept = noneKept
  private all: readonly ExportFormatInfo[] | null = null
  private readonly optionsOf = new Map<string, Options>()
  private readonly due = new Debounce(() => void this.look(), pauseMs, atLatestMs)
  private looking: RunningJob<'export.preview'> | null = null
  private keeping: RunningJob<'export.save'> | RunningJob<'export.copy'> | null = null
  private asked = 0

  /** Begins with what is to be exported, in the format of last time. */
  async open(source: ExportSource): Promise<void> {
    const asked = ++this.asked
    this.store.setState({ source, preview: noPreview })
    const [formats, kept] = await Promise.all([this.all ?? this.askFormats(), call('export.presets', null)])
    if (asked !== this.asked) return
    if (kept.ok) this.kept = kept.value
    this.all = formats
    this.choose(source)
  }

  /** Nothing is looked at any longer; what is being saved is saved. */
  leave(): void {
    this.asked++
    this.due.cancel()
    this.looking?.cancel()
    this.looking = null
  }

  chooseFormat(id: string): void {
    const { source } = this.store.getState()
    const format = this.all?.find((each) => each.of === source?.of && each.id === id) ?? null
    if (!format) return
    this.store.setState({ format, options: this.remembered(format), preset: null, preview: noPreview })
    void this.look()
  }

  setOptions(patch: Options): void {
    const { format, options } = this.store.getState()
    if (!format) return
    const next = { ...options, ...patch }
    this.optionsOf.set(keyOf(format), next)
    this.store.setState({ options: next, preset: null })
    this.lookSoon()
  }

  /** Something in the project has changed: what is shown may look otherwise. */
  refresh(): void {
    if (this.store.getState().format) this.lookSoon()
  }

  applyPreset(name: string): void {
    const preset = this.store.getState().presets.find((each) => each.name === name)
    const format = this.all?.find((each) => each.of === preset?.of && each.id === preset.format)
    if (!preset || !format) return
    this.optionsOf.set(keyOf(format), preset.options)
    this.store.setState({ format, options: preset.options, preset: name, preview: noPreview })
    void this.look()
  }

  /** Keeps what is set under a name, in the place of what had it. */
  async keepPreset(name: string): Promise<void> {
    const { format, options } = this.store.getState()
    if (!format) return
    const { of, id } = format
    // Coders are those of one project.
    const { coders: _, ...rest } = options
    if (await this.change({ do: 'keep', preset: { name, of, format: id, options: rest } }))
      this.store.setState({ preset: name.trim() })
  }

  async renamePreset(name: string, next: string): Promise<void> {
    const preset = this.store.getState().presets.find((each) => each.name === name)
    if (!preset || name === next.trim()) return
    if (!(await this.change({ do: 'keep', preset: { ...preset, name: next } }))) return
    await this.change({ do: 'drop', of: preset.of, name })
    this.store.setState({ preset: next.trim() })
  }

  async dropPreset(name: string): Promise<void> {
    const { source } = this.store.getState()
    if (source && (await this.change({ do: 'drop', of: source.of, name })))
      this.store.setState({ preset: null })
  }

  /** Asks where to and writes it. Gives what was saved; null where it was called off or failed, which is said. */
  async save(): Promise<ExportSaved | null> {
    const request = this.request()
    if (!request || this.keeping) return null
    this.store.setState({ saving: { done: 0, total: 0 } })
    const saving = openJob('export.save', request, (done, total) =>
      this.store.setState({ saving: { done, total } })
    )
    this.keeping = saving
    const saved = await saving.answer
    this.keeping = null
    this.store.setState({ saving: null })
    if (saved.ok) return saved.value
    if (saved.error.key !== 'cancelled') showError(saved.error)
    return null
  }

  /** Puts it on the clipboard. Gives how many excerpts; null where it was called off or failed, which is said. */
  async copy(): Promise<number | null> {
    const request = this.request()
    if (!request || this.keeping) return null
    this.store.setState({ saving: { done: 0, total: 0 } })
    const copying = openJob('export.copy', { request, remember: true }, (done, total) =>
      this.store.setState({ saving: { done, total } })
    )
    this.keeping = copying
    const copied = await copying.answer
    this.keeping = null
    this.store.setState({ saving: null })
    if (copied.ok) return copied.value.count
    if (copied.error.key !== 'cancelled') showError(copied.error)
    return null
  }

  cancelSave(): void {
    this.keeping?.cancel()
  }

  private async askFormats(): Promise<readonly ExportFormatInfo[]> {
    const answer = await call('export.formats', null)
    if (answer.ok) return answer.value
    showError(answer.error)
    return []
  }

  private choose(source: ExportSource): void {
    const formats = this.all?.filter((each) => each.of === source.of) ?? []
    const { format: before } = this.store.getState()
    const wanted = before?.of === source.of ? before.id : this.kept.last[source.of]?.format
    const format = formats.find((each) => each.id === wanted) ?? formats[0] ?? null
    this.store.setState({
      formats,
      format,
      options: format ? this.remembered(format) : {},
      presets: this.kept.presets.filter((each) => each.of === source.of),
      preset: null
    })
    void this.look()
  }

  private remembered(format: ExportFormatInfo): Options {
    const key = keyOf(format)
    const { coders: _, ...kept } = this.kept.options[key] ?? {}
    return this.optionsOf.get(key) ?? kept
  }

  private request(): ExportRequest | null {
    const { source, format, options } = this.store.getState()
    return source && format ? { ...source, format: format.id, options } : null
  }

  /** What is being made is out of date already. */
  private lookSoon(): void {
    this.looking?.cancel()
    this.looking = null
    this.store.setState(({ preview }) => ({ preview: { ...preview, isStale: true } }))
    this.due.touch()
  }

  private async look(): Promise<void> {
    this.due.cancel()
    this.looking?.cancel()
    const request = this.request()
    if (!request) return
    const looking = openJob('export.preview', request)
    this.looking = looking
    const answer = await looking.answer
    // A newer one was asked for, or nobody looks any longer.
    if (this.looking !== looking) return
    this.looking = null
    this.store.setState({
      preview: answer.ok
        ? { answer: answer.value, error: null, isStale: false }
        : { answer: null, error: answer.error, isStale: false }
    })
  }

  private async change(change: PresetChange): Promise<boolean> {
    const kept = await call('export.presets', change)
    if (!kept.ok) {
      showError(kept.error)
      return false
    }
    this.kept = kept.value
    const { source } = this.store.getState()
    this.store.setState({ presets: kept.value.presets.filter((each) => each.of === source?.of) })
    return true
  }
}

function keyOf({ of, id }: ExportFormatInfo): string {
  return `${of}/${id}`
}

/** The one of this window. */
export const exportDesk = new ExportDesk()
