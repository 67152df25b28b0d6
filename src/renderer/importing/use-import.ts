import { useEffect, useState } from 'react'
import type { Input } from '../../shared/ipc/contract'
import type { ImportFile, IncomingKin } from '../../shared/ipc/import-answers'
import { lineShape, siteOf } from '../../shared/text/repeated-lines'
import { call } from '../app/api/bridge'
import { rememberLine } from '../app/api/memory'
import { showError } from '../app/api/toasts'
import type { Draft } from '../ui/metadata-draft'
import { edited } from '../ui/metadata-draft'
import { draftOf, type ImportDraft } from './import-draft'
import { type PatternName, patterns } from './patterns'

type ReadOptions = Input<'import.readAgain'>['options']
type Drafts = Readonly<Record<string, ImportDraft>>

/** The texts on their way in, what has been decided of each, and which are selected. */
export function useImport(read: readonly ImportFile[]) {
  const [files, setFiles] = useState(read)
  const [drafts, setDrafts] = useState<Drafts>(() => draftsOf(read))
  const opening = read.find((file) => file.parsed && file.known === null)?.key ?? read[0]?.key ?? null
  const [chosen, setChosen] = useState(opening)
  const [selected, setSelected] = useState<ReadonlySet<string>>(
    () => new Set(opening === null ? [] : [opening])
  )

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

  const [isTouched, setTouched] = useState(false)
  const change = (
    keys: Iterable<string>,
    patch: (key: string, draft: ImportDraft) => Partial<ImportDraft> | null
  ) => {
    setTouched(true)
    setDrafts((before) => {
      const next = { ...before }
      for (const key of keys) {
        const draft = next[key]
        const own = draft && patch(key, draft)
        if (draft && own) next[key] = { ...draft, ...own }
      }
      return next
    })
  }
  /** One text, or all that are selected with it. */
  const together = (key: string): Iterable<string> => (selected.has(key) ? selected : [key])

  return {
    files,
    /** Whether anything has been decided or corrected. */
    isTouched,
    kin,
    drafts,
    chosen,
    selected,
    choose(key: string, how: 'alone' | 'more' | 'through') {
      const keys = files.map((each) => each.key)
      const [from, to] = [keys.indexOf(chosen ?? key), keys.indexOf(key)].sort((a, b) => a - b)
      setChosen(key)
      if (how === 'alone') setSelected(new Set([key]))
      else if (how === 'through') setSelected(new Set(keys.slice(from, (to ?? 0) + 1)))
      else
        setSelected((before) => {
          const next = new Set(before)
          if (!next.delete(key)) next.add(key)
          return next
        })
    },
    include: (key: string, included: boolean) => change(together(key), () => ({ included })),
    /** A title is each text's own; everything else is changed in all that are selected. */
    edit: (key: string, patch: Partial<Draft>) =>
      change('title' in patch ? [key] : together(key), (_, draft) => ({
        metadata: edited(draft.metadata, patch, drafts[key]?.metadata)
      })),
    /** Of the fields that were only proposed these are left; the others are confirmed, in all that are selected. */
    confirm: (key: string, left: Draft['proposed']) => {
      const before = drafts[key]?.metadata.proposed ?? []
      const done = before.filter((field) => !left.includes(field))
      change(together(key), (_, { metadata }) => ({
        metadata: { ...metadata, proposed: metadata.proposed.filter((field) => !done.includes(field)) }
      }))
    },
    update: (key: string, patch: Partial<ImportDraft>) => change([key], () => patch),
    /** Takes a line for furniture in every text of the same site, now and from now on; or no longer. */
    always(key: string, block: number, isFurniture: boolean) {
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
    gather(keys: readonly string[], work: string) {
      change(keys, () => ({ work }))
    },
    apply(pattern: PatternName) {
      const keys = selected.size > 1 ? [...selected] : Object.keys(drafts)
      const names = new Map(files.map((file) => [file.key, file.name]))
      change(keys, (key, draft) => {
        const found = patterns[pattern]({ name: names.get(key) ?? '', metadata: draft.metadata })
        return found && { metadata: edited(draft.metadata, found) }
      })
    },
    async readAgain(key: string, options: ReadOptions) {
      const read = await call('import.readAgain', { key, options })
      if (!read.ok) return showError(read.error)
      const { removed, files: fresh } = read.value
      setTouched(true)
      const gone = new Set(removed)
      const at = files.findIndex((file) => gone.has(file.key))
      setFiles((before) => {
        const kept = before.filter((file) => !gone.has(file.key))
        return kept.toSpliced(Math.max(0, at), 0, ...fresh)
      })
      setDrafts((before) => ({
        ...Object.fromEntries(Object.entries(before).filter(([each]) => !gone.has(each))),
        ...draftsOf(fresh)
      }))
      const [first] = fresh
      setChosen(first?.key ?? null)
      setSelected(new Set(first ? [first.key] : []))
    }
  }
}

function draftsOf(files: readonly ImportFile[]): Drafts {
  return Object.fromEntries(
    files.flatMap((file) => (file.parsed ? [[file.key, draftOf(file, file.parsed)]] : []))
  )
}
