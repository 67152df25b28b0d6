import { fill } from '../../shared/locales/fill'
import type { VariorumDocument } from '../../shared/model/document'
import { fold } from '../../shared/text/fold'
import {
  allCommands,
  type Command,
  type CommandId,
  canPerform,
  keyLabel,
  paramsOf,
  perform
} from '../state/commands'
import { currentWords, i18n } from '../state/i18n'
import { navigate } from '../state/navigation'
import { currentProject } from '../state/project'
import { orderedThemes, pathName } from '../state/theme-names'
import { showToast } from '../state/toasts'

/** One line of the palette. */
export interface PaletteEntry {
  readonly key: string
  readonly name: string
  /** Other words that people call it. */
  readonly also: string
  /** Its key, or what it is. */
  readonly hint: string
  /** Why it cannot be done now; null where it can. */
  readonly lacks: string | null
  /** Listed only where something was typed. */
  readonly onlyFound: boolean
  readonly run: () => unknown
}

/** Says of a command that cannot be run now what it needs: what a menu offers everywhere answers everywhere. */
export function tellLack(id: string): void {
  const entry = paletteEntries().find(({ key }) => key.split(' ')[0] === id)
  if (entry) showToast(entry.lacks ?? i18n.t('lacks.now'))
}

/** Where the commands of each family are to be had. */
const homes = [
  ['annotate.', 'reader'],
  ['select.', 'reader'],
  ['reader.', 'reader'],
  ['settle.', 'reader'],
  ['compare.', 'compare'],
  ['codebook.', 'themes'],
  ['concordance.', 'concordance'],
  ['quotations.', 'quotations'],
  ['formulae.', 'formulae'],
  ['quality.', 'formulae']
] as const

/** All that the palette can find at this moment: what can be done depends on what is selected behind it. */
export function paletteEntries(): PaletteEntry[] {
  const words = currentWords()
  const also: Readonly<Partial<Record<CommandId, string>>> = words.synonyms
  const here = allCommands().filter((each) => !each.hidden && each.id !== 'app.palette')
  const known = new Set(allCommands().map(({ id }) => id))
  const elsewhere = (Object.keys(words.command) as CommandId[]).flatMap((id): PaletteEntry[] => {
    const home = homes.find(([family]) => id.startsWith(family))?.[1]
    const name = words.command[id]
    if (known.has(id) || home === undefined || name.includes('{{')) return []
    const lacks = words.lacks[home]
    return [{ key: id, name, also: also[id] ?? '', hint: '', lacks, onlyFound: true, run: () => undefined }]
  })
  return [
    ...here.map((command) => ({
      key: `${command.id} ${command.keys?.[0] ?? ''}`,
      name: fill(words.command[command.id], paramsOf(command)),
      also: also[command.id] ?? '',
      hint: command.keys?.[0] === undefined ? '' : keyLabel(command.keys[0]),
      lacks: lackOf(command),
      onlyFound: false,
      run: () => perform(command)
    })),
    ...elsewhere,
    ...placesToGo()
  ]
}

function lackOf(command: Command): string | null {
  if (canPerform(command)) return null
  return command.missing?.() ?? i18n.t('lacks.now')
}

function placesToGo(): PaletteEntry[] {
  const { documents, themes } = currentProject().state
  const rest = { also: '', lacks: null, onlyFound: true }
  return [
    ...Object.values<VariorumDocument>(documents).map((document) => ({
      ...rest,
      key: document.id,
      name: document.title,
      hint: [i18n.t('palette.text'), document.language, document.published?.date].filter(Boolean).join(' · '),
      run: () => navigate({ name: 'reader', document: document.id })
    })),
    ...orderedThemes(themes).map(({ id }) => ({
      ...rest,
      key: id,
      name: pathName(themes, id),
      hint: i18n.t('palette.theme'),
      run: () => navigate({ name: 'annotations', filter: { themes: [id] } })
    }))
  ]
}

const most = 60

/** The entries that fit what was typed: names that begin with it, then those that hold it, then other words for them. */
export function paletteFound(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = fold(typed.trim()).text
  if (wanted === '') return entries.filter((each) => !each.onlyFound)
  const rank = ({ name, also }: PaletteEntry) => {
    const at = fold(name).text.indexOf(wanted)
    if (at >= 0) return at === 0 ? 0 : 1
    return fold(also).text.includes(wanted) ? 2 : -1
  }
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((each) => each.rank >= 0)
    .sort((a, b) => a.rank - b.rank || Number(a.entry.lacks !== null) - Number(b.entry.lacks !== null))
    .slice(0, most)
    .map(({ entry }) => entry)
}
