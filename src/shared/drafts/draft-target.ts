import { formulaLimits } from '../model/formula-kinds'
import { phraseOf } from '../model/phrase'
import type { ProjectState } from '../model/state'
import { textLimits } from '../model/text-limits'
import type { SimpleOperation } from '../operations/operation'
import type { DraftTarget } from './draft'

/** What a field takes. */
export interface FieldRule {
  /** The longest text that can be saved, in UTF-16 code units. */
  readonly most: number
  /** A name is saved without the white space around it, and cannot be empty. */
  readonly isName: boolean
  /** Prose is saved in the pauses of typing; a name once it is whole: on leaving the field. */
  readonly savesInPauses: boolean
}

export type TextProblem = { readonly kind: 'tooLong'; readonly most: number } | { readonly kind: 'empty' }

/** A name for a target: two fields never have the same. */
export function draftKey({ kind, id, field }: DraftTarget): string {
  return `${kind} ${id} ${field}`
}

export function ruleOf(target: DraftTarget): FieldRule {
  const prose = (most: number) => ({ most, isName: false, savesInPauses: true })
  const name = (most: number) => ({ most, isName: true, savesInPauses: false })
  switch (target.kind) {
    case 'annotation':
      return prose(textLimits.memo)
    case 'memo':
      if (target.field === 'phrase') return name(textLimits.phrase)
      return prose(target.field === 'title' ? textLimits.memoTitle : textLimits.memo)
    case 'theme':
      return target.field === 'name' ? name(textLimits.themeName) : prose(textLimits.themeProse)
    case 'formula':
      if (target.field === 'pinyin') return prose(formulaLimits.pinyin)
      return prose(target.field === 'memo' ? textLimits.memo : textLimits.themeProse)
    case 'rendering':
      return prose(textLimits.themeProse)
    case 'coder':
      return name(textLimits.coderName)
  }
}

/** A typed text as it is saved. */
export function cleaned(target: DraftTarget, text: string): string {
  return ruleOf(target).isName ? text.trim() : text
}

/** Why a typed text cannot be saved as it is; null where it can. */
export function textProblem(target: DraftTarget, text: string): TextProblem | null {
  const { most, isName } = ruleOf(target)
  const clean = cleaned(target, text)
  if (clean.length > most) return { kind: 'tooLong', most }
  return isName && clean === '' ? { kind: 'empty' } : null
}

/** The text that a project holds in a field; null where it does not have the record. */
export function storedText(
  state: Pick<ProjectState, 'annotations' | 'memos' | 'themes' | 'info'>,
  target: DraftTarget
): string | null {
  switch (target.kind) {
    case 'annotation':
      return state.annotations.get(target.document)?.get(target.id)?.memo ?? null
    case 'memo': {
      const memo = state.memos[target.id]
      if (!memo) return null
      return target.field === 'phrase' ? phraseOf(memo.about) : memo[target.field]
    }
    case 'theme':
      return state.themes[target.id]?.[target.field] ?? null
    case 'formula':
      return state.info.formulae[target.id]?.[target.field] ?? null
    case 'rendering':
      return state.info.formulae[target.formula]?.renderings[target.id]?.note ?? null
    case 'coder':
      return state.info.coders[target.id]?.name ?? null
  }
}

/** The change that saves a text where the project still holds the one it was made from. `modified` is the time now. */
export function savingOperation(
  target: DraftTarget,
  text: string,
  base: string,
  modified: string
): SimpleOperation {
  switch (target.kind) {
    case 'annotation': {
      const { document, id } = target
      const expected = { memo: base }
      return { type: 'annotation.update', document, id, patch: { memo: text, modified }, expected }
    }
    case 'memo': {
      const { id, field } = target
      const patch =
        field === 'phrase' ? { about: { kind: 'formula' as const, phrase: text } } : { [field]: text }
      return { type: 'memo.update', id, patch: { ...patch, modified }, expected: { [field]: base } }
    }
    case 'theme': {
      const { id, field } = target
      return { type: 'theme.update', id, patch: { [field]: text }, expected: { [field]: base } }
    }
    case 'formula': {
      const { id, field } = target
      return { type: 'formula.update', id, patch: { [field]: text }, expected: { [field]: base } }
    }
    case 'rendering': {
      const { formula, id } = target
      return { type: 'rendering.update', formula, id, patch: { note: text }, expected: { note: base } }
    }
    case 'coder':
      return { type: 'coder.update', id: target.id, patch: { name: text }, expected: { name: base } }
  }
}
