import { useState } from 'react'
import type { SidecarChoice } from '../../shared/ipc/contract'
import type { ImportSidecar } from '../../shared/ipc/import-answers'

type Meant = NonNullable<ImportSidecar['meant']>['text']

/** What has been decided so far about something that is said of a text. */
export interface SidecarDraft {
  readonly included: boolean
  /** The text by `textName`; empty for none. */
  readonly text: string
  readonly replace: boolean
}

/** A text by one word, as a list of choices needs it. */
export function textName(text: Meant): string {
  return 'key' in text ? `key ${text.key}` : `document ${text.document}`
}

/** What files say of texts, and what has been decided of each. */
export function useSidecars(sidecars: readonly ImportSidecar[]) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, SidecarDraft>>>(() =>
    Object.fromEntries(sidecars.map((each) => [each.key, draftOf(each)]))
  )
  const [isTouched, setTouched] = useState(false)
  return {
    sidecars,
    drafts,
    /** Whether anything has been decided. */
    isTouched,
    update(key: string, patch: Partial<SidecarDraft>) {
      setTouched(true)
      setDrafts((before) => {
        const own = before[key]
        return own ? { ...before, [key]: { ...own, ...patch } } : before
      })
    },
    /** Those that come in, for the texts that do. */
    choices(texts: ReadonlySet<string>): SidecarChoice[] {
      return sidecars.flatMap(({ key, about }): SidecarChoice[] => {
        const own = drafts[key]
        if (!own?.included) return []
        if (about.kind === 'codebook') return [{ key, text: null, replace: false }]
        const text = meantBy(own.text)
        if (text === null || ('key' in text && !texts.has(text.key))) return []
        return [{ key, text, replace: own.replace }]
      })
    }
  }
}

function draftOf({ about, meant }: ImportSidecar): SidecarDraft {
  const text = meant ? textName(meant.text) : ''
  return { included: about.kind === 'codebook' || text !== '', text, replace: false }
}

function meantBy(name: string): SidecarChoice['text'] {
  const [kind, id] = name.split(' ')
  if (!id) return null
  return kind === 'key' ? { key: id } : { document: id as Extract<Meant, { document: unknown }>['document'] }
}
