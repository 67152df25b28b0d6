import { phraseKey } from '../../../shared/formulae/phrase-key'
import { RegisterEntry, type RegisterFile } from '../../../shared/formulae/register-file'
import { formulaKinds, formulaLimits } from '../../../shared/model/formula-kinds'
import { textLimits } from '../../../shared/model/text-limits'

/** What a file says of one formula, as far as it does. */
export interface Gathered {
  readonly forms: readonly string[]
  readonly kind?: string
  readonly gloss?: string
  readonly pinyin?: string
  readonly memo?: string
  readonly members?: readonly string[]
  readonly links?: RegisterEntry['links']
  readonly renderings: readonly {
    readonly words: string
    readonly language: string
    readonly status?: string
    readonly note?: string
  }[]
}

/** Entries of a file as a register: each within what the records hold, each phrase once; what has no words is left out. */
export function registerFrom(gathered: readonly Gathered[], title: string): RegisterFile {
  const entries = gathered.flatMap((each): RegisterEntry[] => {
    const forms = once(each.forms).slice(0, formulaLimits.forms)
    const renderings = each.renderings
      .map((own) => ({ ...own, words: fitPhrase(own.words) }))
      .filter(({ words }) => phraseKey(words) !== '')
    const isPlain = ({ language, status, note }: (typeof renderings)[number]) =>
      language === 'en' && (status || 'accepted') === 'accepted' && !note
    const decided = renderings
      .filter((own) => !isPlain(own))
      .map(({ words, language, status, note }) => ({
        words,
        language,
        status: status === 'rejected' || status === 'proposed' ? status : ('accepted' as const),
        note: (note ?? '').slice(0, textLimits.themeProse)
      }))
    const entry = RegisterEntry.safeParse({
      forms,
      kind: formulaKinds.find((kind) => kind === each.kind) ?? 'slogan',
      gloss: (each.gloss ?? '').slice(0, textLimits.themeProse),
      renderings: once(renderings.filter(isPlain).map(({ words }) => words)),
      members: once(each.members ?? []).slice(0, formulaLimits.members),
      links: each.links ?? [],
      ...(each.pinyin && { pinyin: each.pinyin.slice(0, formulaLimits.pinyin) }),
      ...(each.memo && { memo: each.memo.slice(0, textLimits.memo) }),
      ...(decided.length > 0 && { decided })
    })
    return entry.success ? [entry.data] : []
  })
  return {
    kind: 'variorum-register',
    format: 1,
    title: title.slice(0, 300),
    licence: '',
    language: 'en',
    formulae: entries.slice(0, 20_000)
  }
}

function fitPhrase(words: string): string {
  return words.replace(/\s+/gu, ' ').trim().slice(0, formulaLimits.phrase)
}

function once(all: readonly string[]): string[] {
  return [...new Set(all.map(fitPhrase))].filter((each) => each !== '')
}
