import { createStore } from 'zustand/vanilla'
import type { Input } from '../../shared/ipc/contract'
import type { ImportFile } from '../../shared/ipc/import-answers'
import { lineShape, siteOf } from '../../shared/text/repeated-lines'
import { call } from '../state/bridge'
import { showError } from '../state/toasts'
import { rememberLine } from '../state/ui-state'
import { type Draft, edited } from '../ui/metadata-draft'
import { draftOf, type ImportDraft } from './import-draft'
import { type PatternName, patterns } from './patterns'

type ReadOptions = Input<'import.readAgain'>['options']
type Drafts = Readonly<Record<string, ImportDraft>>

interface TextsNow {
  readonly files: readonly ImportFile[]
  readonly drafts: Drafts
  /** The text whose details are shown, and all that are changed together with it. */
  readonly chosen: string | null
  readonly selected: ReadonlySet<string>
  /** How many files are being read otherwise: what they hold is not known until that is done. */
  readonly readingAgain: number
  /** Whether anything has been decided or corrected. */
  readonly isTouched: boolean
}

/** The texts on their way in, what has been decided of each, and which are selected; apart from any view. */
export function comingTexts(read: readonly ImportFile[]) {
  const opening = read.find((file) => file.parsed && file.known === null)?.key ?? read[0]?.key ?? null
  const store = createStore<TextsNow>(() => ({
    files: read,
    drafts: draftsOf(read),
    chosen: opening,
    selected: new Set(opening === null ? [] : [opening]),
    readingAgain: 0,
    isTouched: false
  }))
  const now = store.getState
  const change = (
    keys: Iterable<string>,
    patch: (key: string, draft: ImportDraft) => Partial<ImportDraft> | null
  ) => {
    const drafts: Record<string, ImportDraft> = { ...now().drafts }
    for (const key of keys) {
      const draft = drafts[key]
      const own = draft && patch(key, draft)
      if (draft && own) drafts[key] = { ...draft, ...own }
    }
    store.setState({ drafts, isTouched: true })
  }
  /** One text, or all that are selected with it. */
  const together = (key: string): Iterable<string> => {
    const { selected } = now()
    return selected.has(key) ? selected : [key]
  }
  let reading: Promise<void> = Promise.resolve()

  return {
    store,
    choose(key: string, how: 'alone' | 'more' | 'through') {
      const { files, chosen, selected: before } = now()
      const keys = files.map((each) => each.key)
      const [from, to] = [keys.indexOf(chosen ?? key), keys.indexOf(key)].sort((a, b) => a - b)
      const selected = new Set(how === 'more' ? before : how === 'alone' ? [key] : [])
      if (how === 'through') for (const each of keys.slice(from, (to ?? 0) + 1)) selected.add(each)
      if (how === 'more' && before.has(key)) selected.delete(key)
      else selected.add(key)
      store.setState({ chosen: key, selected })
    },
    include: (key: string, included: boolean) => change(together(key), () => ({ included })),
    /** A title is each text's own; everything else is changed in all that are selected. */
    edit(key: string, patch: Partial<Draft>) {
      const madeFrom = now().drafts[key]?.metadata
      change('title' in patch ? [key] : together(key), (_, draft) => ({
        metadata: edited(draft.metadata, patch, madeFrom)
      }))
    },
    /** Of the fields that were only proposed these are left; the others are confirmed, in all that are selected. */
    confirm(key: string, left: Draft['proposed']) {
      const before = now().drafts[key]?.metadata.proposed ?? []
      const done = before.filter((field) => !left.includes(field))
      change(together(key), (_, { metadata }) => ({
        metadata: { ...metadata, proposed: metadata.proposed.filter((field) => !done.includes(field)) }
      }))
    },
    update: (key: string, patch: Partial<ImportDraft>) => change([key], () => patch),
    /** Takes a line for furniture in every text of the same site, now and from now on; or no longer. */
    always(key: string, block: number, isFurniture: boolean) {
      const { files, drafts } = now()
      const own = drafts[key]
      const text = files.find((file) => file.key === key)?.parsed?.blocks[block]?.text
      const site = own ? siteOf(own.metadata) : ''
      if (text === undefined || site === '') return
      rememberLine(site, lineShape(text), isFurniture)
      const blocks = new Map(files.map((file) => [file.key, file.parsed?.blocks ?? []]))
      change(Object.keys(drafts), (each, draft) => {
        if (siteOf(draft.metadata) !== site) return null
        const furniture = new Set(draft.furniture)
        for (const [at, other] of (blocks.get(each) ?? []).entries())
          if (lineShape(other.text) === lineShape(text)) {
            if (isFurniture) furniture.add(at)
            else furniture.delete(at)
          }
        return { furniture }
      })
    },
    /** Makes texts versions of a work; those that are selected, where this one is among them. */
    setWork: (key: string, work: string) => change(together(key), () => ({ work })),
    gather: (keys: readonly string[], work: string) => change(keys, () => ({ work })),
    apply(pattern: PatternName) {
      const { files, drafts, selected } = now()
      const keys = selected.size > 1 ? [...selected] : Object.keys(drafts)
      const names = new Map(files.map((file) => [file.key, file.name]))
      change(keys, (key, draft) => {
        const found = patterns[pattern]({ name: names.get(key) ?? '', metadata: draft.metadata })
        return found && { metadata: edited(draft.metadata, found) }
      })
    },
    /** Reads a file otherwise. One reading after another: what was chosen last holds. */
    readAgain(key: string, options: ReadOptions): Promise<void> {
      store.setState({ readingAgain: now().readingAgain + 1 })
      reading = reading.then(async () => {
        const shown = now().files.find((file) => file.key === key)
        if (shown) {
          const read = await call('import.readAgain', { key, reading: shown.reading, options })
          if (read.ok) store.setState(withFresh(now(), read.value.removed, read.value.files))
          else showError(read.error)
        }
        store.setState({ readingAgain: now().readingAgain - 1 })
      })
      return reading
    }
  }
}

/** Texts in the place of those that the same file held before. Who has gone on to another text stays there. */
function withFresh(
  { files, drafts, chosen, selected }: TextsNow,
  removed: readonly string[],
  fresh: readonly ImportFile[]
): Omit<TextsNow, 'readingAgain'> {
  const gone = new Set(removed)
  const at = files.findIndex((file) => gone.has(file.key))
  const next = files.filter((file) => !gone.has(file.key)).toSpliced(Math.max(0, at), 0, ...fresh)
  const kept = Object.entries(drafts).filter(([key]) => !gone.has(key))
  const there = new Set(next.map(({ key }) => key))
  const isShown = chosen === null || gone.has(chosen)
  const first = fresh[0]?.key ?? null
  return {
    files: next,
    drafts: { ...Object.fromEntries(kept), ...draftsOf(fresh) },
    chosen: isShown ? first : chosen,
    selected: isShown
      ? new Set(first === null ? [] : [first])
      : new Set([...selected].filter((key) => there.has(key))),
    isTouched: true
  }
}

function draftsOf(files: readonly ImportFile[]): Drafts {
  return Object.fromEntries(
    files.flatMap((file) => (file.parsed ? [[file.key, draftOf(file, file.parsed)]] : []))
  )
}
