import { Group } from '../../../shared/model/group'
import { Memo } from '../../../shared/model/memo'
import { Coder, Colour } from '../../../shared/model/project'
import { textLimits } from '../../../shared/model/text-limits'
import { Theme } from '../../../shared/model/theme'
import type { ImportedCodebook, ParsedCode } from '../parsed'
import { type ParsedCoding, ParsedQuote, type ParsedRemark } from '../parsed-sidecars'
import type { Fitter } from './fitter'

const most = {
  themeName: Theme.shape.name.maxLength ?? 0,
  description: Theme.shape.description.maxLength ?? 0,
  groupName: Group.shape.name.maxLength ?? 0,
  coderName: Coder.shape.name.maxLength ?? 0,
  memo: Memo.shape.text.maxLength ?? 0,
  memoTitle: Memo.shape.title.maxLength ?? 0,
  phrase: textLimits.phrase
}
/** How many of a kind one file may bring: more is a mistake or an attack. */
const mostEntries = { depth: 50, themes: 200, codes: 20_000, groups: 5000, members: 5000, memos: 20_000 }

/** A theme's path with names that can be kept; null where no name is left. */
function fitPath(fit: Fitter, path: readonly string[]): string[] | null {
  const names = path
    .map((name) => fit.name('theme', name, most.themeName))
    .filter((name) => name.trim() !== '')
  if (names.length < path.length) fit.tellChanged('theme', path.join('/'))
  if (names.length > mostEntries.depth) fit.tellCut('theme', path.join('/'))
  return names.length === 0 ? null : names.slice(0, mostEntries.depth)
}

export function fitPaths(fit: Fitter, paths: readonly (readonly string[])[]): string[][] {
  return fit.list('theme', paths, mostEntries.themes).flatMap((path) => {
    const own = fitPath(fit, path)
    return own === null ? [] : [own]
  })
}

export function fitCoder(fit: Fitter, name: string): string {
  return fit.name('coder', name, most.coderName)
}

export function fitMemo(fit: Fitter, text: string): string {
  return fit.prose('memo', text, most.memo)
}

/** A time as ISO 8601 writes it, in the years 1 to 9999; null for any other. */
export function fitInstant(fit: Fitter, time: string | null): string | null {
  if (time === null) return null
  if (ParsedQuote.shape.created.safeParse(time).success && !time.startsWith('0000')) return time
  fit.tellChanged('date', time)
  return null
}

/** A codebook within its bounds. A description that is too long is kept whole as a memo on its theme. */
export function fitCodebook(
  fit: Fitter,
  { codebook, groups, memos, coders, attributes }: ImportedCodebook
): ImportedCodebook {
  const more: ImportedCodebook['memos'] = []
  const codes = fit.list('theme', codebook, mostEntries.codes).flatMap((code): ParsedCode[] => {
    const path = fitPath(fit, code.path)
    if (path === null) return []
    if (code.description.length > most.description)
      more.push({ theme: path, title: '', text: fitMemo(fit, code.description), coder: '', created: null })
    const whole = (code.path.at(-1) ?? '').length > most.themeName ? `${code.path.at(-1)}\n\n` : ''
    const description = fit.prose('description', whole + code.description, most.description)
    return [{ ...code, ...fitRules(fit, code), path, colour: fitColour(fit, code.colour), description }]
  })
  return {
    codebook: codes,
    ...(coders && { coders: coders.map(({ name, guid }) => ({ name: fitCoder(fit, name), guid })) }),
    ...(attributes && { attributes }),
    groups: fit.list('group', groups, mostEntries.groups).flatMap(({ name, themes }) => {
      const own = fit.name('group', name, most.groupName)
      if (own.trim() === '') {
        fit.leaveOut('group')
        return []
      }
      const members = fit.list('theme', themes, mostEntries.members)
      return [{ name: own, themes: members.flatMap((path) => [fitPath(fit, path) ?? []]).filter(isSome) }]
    }),
    memos: fit.list('memo', [...memos, ...more], mostEntries.memos).map(({ theme, formula, ...remark }) => ({
      ...fitRemark(fit, remark),
      theme: theme === null ? null : fitPath(fit, theme),
      ...(formula !== undefined && { formula: fit.line('memo', formula, most.phrase) })
    }))
  }
}

/** A memo but for what it is about. */
export function fitRemark(
  fit: Fitter,
  { title, text, coder, created, modified }: ParsedRemark
): ParsedRemark {
  return {
    title: fit.line('memo', title, most.memoTitle),
    text: fitMemo(fit, text),
    coder: fitCoder(fit, coder),
    created: fitInstant(fit, created),
    ...(modified && { modified: fitInstant(fit, modified) })
  }
}

/** What exchange formats say of a passage beyond the rest. */
export function fitExchanged<
  T extends { codings?: ParsedCoding[] | undefined; modified?: string | null | undefined }
>(fit: Fitter, { codings, modified }: T): { codings?: ParsedCoding[]; modified?: string | null } {
  return {
    ...(codings && {
      codings: codings.flatMap(({ theme, coder, created }): ParsedCoding[] => {
        const path = fitPath(fit, theme)
        return path === null
          ? []
          : [{ theme: path, coder: fitCoder(fit, coder), created: fitInstant(fit, created) }]
      })
    }),
    ...(modified && { modified: fitInstant(fit, modified) })
  }
}

function fitRules(fit: Fitter, code: ParsedCode): Pick<ParsedCode, 'inclusion' | 'exclusion' | 'example'> {
  const rules = ['inclusion', 'exclusion', 'example'] as const
  return Object.fromEntries(
    rules.flatMap((rule) => {
      const own = code[rule]
      return own === undefined ? [] : [[rule, fit.prose('description', own, most.description)]]
    })
  )
}

function isSome(path: readonly string[]): boolean {
  return path.length > 0
}

function fitColour(fit: Fitter, colour: string | null): string | null {
  if (colour === null || Colour.safeParse(colour).success) return colour
  fit.tellChanged('colour', colour)
  return null
}
