import { describe, expect, it } from 'vitest'
import { catalogues } from '../locales/catalogues'
import { fill } from '../locales/fill'
import type { AnnotationId, CoderId, DocumentId, GroupId, MemoId, ThemeId, WorkId } from '../model/ids'
import { blankState, makeAnnotation } from '../testing/sample-records'
import { applySimple } from './apply'
import { check } from './check'
import { noCounts } from './counts'
import type { SimpleOperation } from './operation'

const id = 'ar7ty88jzhb7n'
const document = id as DocumentId

describe('a record that is gone', () => {
  it.each<[SimpleOperation, string]>([
    [{ type: 'annotation.remove', document, id: id as AnnotationId }, 'That highlight'],
    [{ type: 'annotation.update', document, id: id as AnnotationId, patch: {} }, 'That highlight'],
    [{ type: 'theme.remove', id: id as ThemeId }, 'That theme'],
    [{ type: 'group.remove', id: id as GroupId }, 'That group of themes'],
    [{ type: 'memo.remove', id: id as MemoId }, 'That memo'],
    [{ type: 'work.remove', id: id as WorkId }, 'That work'],
    [{ type: 'document.remove', id: document }, 'That text'],
    [{ type: 'coder.remove', id: id as CoderId }, 'That coder'],
    [{ type: 'annotation.add', annotation: makeAnnotation('a1', id) }, 'That text']
  ])('%o is named by its kind, never by its id', (operation, words) => {
    const state = blankState()
    const applied = applySimple(state, operation)
    const error = check({ state, counts: noCounts }, operation) ?? (applied.ok ? null : applied.error)
    if (!error) throw new Error('it was not missed')
    expect(error.message).toContain(`${words} no longer exists.`)
    for (const { errors } of Object.values(catalogues))
      expect(fill(errors[error.key], error.params)).not.toContain(id)
  })
})
