import { useState } from 'react'
import type { CompanionChoice } from '../../shared/ipc/contract'
import type { ImportCompanion } from '../../shared/ipc/import-answers'

type Meant = NonNullable<ImportCompanion['meant']>['text']

/** What has been decided so far about something that is said of a text. */
export interface CompanionDraft {
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
export function useCompanions(companions: readonly ImportCompanion[]) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, CompanionDraft>>>(() =>
    Object.fromEntries(companions.map((each) => [each.key, draftOf(each)]))
  )
  const [isTouched, setTouched] = useState(false)
  return {
    companions,
    drafts,
    /** Whether anything has been decided. */
    isTouched,
    update(key: string, patch: Partial<CompanionDraft>) {
      setTouched(true)
      setDrafts((before) => {
        const own = before[key]
        return own ? { ...before, [key]: { ...own, ...patch } } : before
      })
    },
    /** Those that come in, for the texts that do. */
    choices(texts: ReadonlySet<string>): CompanionChoice[] {
      return companions.flatMap(({ key, about }): CompanionChoice[] => {
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

function draftOf({ about, meant }: ImportCompanion): CompanionDraft {
  const text = meant ? textName(meant.text) : ''
  return { included: about.kind === 'codebook' || text !== '', text, replace: false }
}

function meantBy(name: string): CompanionChoice['text'] {
  const [kind, id] = name.split(' ')
  if (!id) return null
  return kind === 'key' ? { key: id } : { document: id as Extract<Meant, { document: unknown }>['document'] }
}
